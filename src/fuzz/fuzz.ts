import { follow, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import { stepsOf } from "../trace/index.js";
import type { Transcript } from "../world.js";
import { Coverage } from "./coverage.js";
import { brokenFinding, type Finding, findingOf } from "./finding.js";
import { kindsIn } from "./kind.js";
import { type Plan, Runs } from "./plan.js";
import { type Hunt, pursue } from "./pursue.js";

/** A session: what runs where. */
export interface Session extends Hunt {
  readonly plan: Plan;
  /** The runs to make, by number. */
  readonly runs: Iterable<number>;
}

/** Who wants to know what happens while it happens. */
export interface Listener {
  /** A run has been judged. */
  judged?(tally: Tally): void;
  /** The trace has shown something new, and belongs into the corpus. */
  isNew?(trace: Trace): void;
  /** Something was found that is not known yet. */
  found?(finding: Finding): void;
}

/** What a session has done so far. */
export interface Tally {
  /** Traces that ran, those of the corpus included. */
  readonly runs: number;
  readonly steps: number;
  readonly agreed: number;
  readonly diverged: number;
  readonly skipped: number;
  readonly broken: number;
  readonly findings: readonly Counted[];
  readonly coverage: Coverage;
}

/** A finding, and how many runs it came up in. */
export interface Counted {
  readonly finding: Finding;
  readonly count: number;
}

/** A trace and what the world made of it. */
interface Made {
  /** Null for a trace of the corpus. */
  readonly run: number | null;
  readonly trace: Trace;
  readonly transcript: Transcript;
}

/**
 * Runs the traces of the corpus, then those of the plan, and holds each to the profile. While one
 * is judged, the next one runs. What diverges is run again, made shorter and counted by its kind.
 */
export async function fuzz(session: Session, listener: Listener = {}): Promise<Tally> {
  const tally = new Tallying(session, listener);
  const traces = tracesOf(session);
  let ahead = begun(session, traces);
  for (let made = await ahead; made; made = await ahead) {
    ahead = begun(session, traces);
    // What goes wrong there is told when its turn comes.
    ahead.catch(() => {});
    await tally.take(made);
    listener.judged?.(tally);
    // A model answers at once: nobody else, such as a signal, would ever have a turn.
    if (tally.runs % 16 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return tally;
}

function* tracesOf({ plan, runs }: Session): IterableIterator<Pick<Made, "run" | "trace">> {
  for (const trace of plan.corpus) yield { run: null, trace };
  const made = new Runs(plan);
  for (const run of runs) yield { run, trace: made.trace(run) };
}

/** The next trace in the world; undefined if there is none, or the session is to end. */
async function begun(
  { world, stopped }: Session,
  traces: IterableIterator<Pick<Made, "run" | "trace">>,
): Promise<Made | undefined> {
  if (stopped()) return undefined;
  const { value, done } = traces.next();
  if (done) return undefined;
  return { ...value, transcript: await world.run(value.trace) };
}

/** The books of a session. */
class Tallying implements Tally {
  runs = 0;
  steps = 0;
  agreed = 0;
  diverged = 0;
  skipped = 0;
  broken = 0;
  readonly coverage: Coverage;
  /** By the kind of each divergence: what became of it. */
  private readonly known = new Map<string, string>();
  private readonly counts = new Map<string, { finding: Finding; count: number }>();

  constructor(
    private readonly session: Session,
    private readonly listener: Listener,
  ) {
    this.coverage = new Coverage(session.profile);
  }

  get findings(): readonly Counted[] {
    return [...this.counts.values()];
  }

  async take(made: Made): Promise<void> {
    const { trace, transcript } = made;
    const verdict = follow(trace, transcript.observations, this.session.profile);
    const kinds = kindsIn(verdict);
    this.runs += 1;
    this.steps += verdict.steps.length;
    if (kinds.length > 0) {
      this.diverged += 1;
      return this.pursueNews(made, kinds);
    }
    const obstacle = transcript.obstacle ?? tooMuch(trace, verdict);
    if (obstacle?.kind === "skipped") this.skipped += 1;
    else if (obstacle) this.breakOff(made, obstacle.reason);
    else this.agree(made, verdict);
  }

  private agree({ run, trace, transcript }: Made, verdict: Verdict): void {
    this.agreed += 1;
    const isNew = this.coverage.add(trace, transcript.observations, verdict);
    if (isNew && run !== null) this.listener.isNew?.(trace);
  }

  /** Known kinds are counted. The first unknown one is pursued: others may only follow from it. */
  private async pursueNews(made: Made, kinds: readonly string[]): Promise<void> {
    for (const kind of kinds) {
      const group = this.known.get(kind);
      if (group === undefined) return this.pursueOne(made, kind);
      this.count(group);
    }
  }

  private async pursueOne({ run, trace, transcript }: Made, kind: string): Promise<void> {
    const { profile, plan } = this.session;
    const quarry = await pursue(this.session, kind, trace, transcript);
    const occasion = { kind, run, seed: plan.seed, profile };
    this.note(kind, findingOf(quarry, occasion));
  }

  private breakOff({ run, trace, transcript }: Made, reason: string): void {
    this.broken += 1;
    const kind = reason.replace(/`[^`]*`/g, "a step").replace(/\d+/g, "n");
    const group = this.known.get(kind);
    if (group !== undefined) {
      this.count(group);
      return;
    }
    const { profile, plan } = this.session;
    const occasion = { kind: reason, run, seed: plan.seed, profile };
    this.note(kind, brokenFinding(trace, transcript, occasion));
  }

  /** What is a divergence of a known group is counted there. */
  private note(kind: string, finding: Finding): void {
    this.known.set(kind, finding.kind);
    const known = this.counts.get(finding.kind);
    this.counts.set(finding.kind, { finding: known?.finding ?? finding, count: 0 });
    this.count(finding.kind);
    if (!known) this.listener.found?.(finding);
  }

  private count(group: string): void {
    const known = this.counts.get(group);
    if (known) known.count += 1;
  }
}

function tooMuch(trace: Trace, { boundedAt, steps }: Verdict) {
  const isWhole = steps.length === stepsOf(trace).length && boundedAt === undefined;
  return isWhole
    ? undefined
    : ({ kind: "broken", reason: "more can happen in this trace than the model lists" } as const);
}
