import { follow, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import { stepsOf } from "../trace/index.js";
import type { Transcript } from "../world.js";
import { Coverage } from "./coverage.js";
import { brokenFinding, type Finding, findingOf, type Occasion } from "./finding.js";
import { kindsIn } from "./kind.js";
import { type Plan, Runs } from "./plan.js";
import { type Hunt, pursue } from "./pursue.js";

/** A session: what runs where. */
export interface Session extends Hunt {
  readonly plan: Plan;
  /** The runs to make, by number. */
  readonly runs: Iterable<number>;
  /**
   * The corpus is run only to know what it reaches: another process reports what it shows. By
   * default this one does.
   */
  readonly isQuietOnCorpus?: boolean;
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
  /** In the order in which they were found. */
  readonly findings: readonly Counted[];
  readonly coverage: Coverage;
  /** Whether the session was told to end before all its traces had run. */
  readonly stopped: boolean;
}

/** A finding, and how many runs it came up in. */
export interface Counted {
  readonly finding: Finding;
  /** Of the trace that it was found by, among those of all runs of the plan. */
  readonly place: number;
  readonly count: number;
}

/** A trace whose turn it is. */
interface Turn {
  /** Among all traces that the plan leads to: first those of the corpus, then those of its runs. */
  readonly place: number;
  /** Null for a trace of the corpus. */
  readonly run: number | null;
  readonly trace: Trace;
}

/** A trace and what the world made of it. */
interface Made extends Turn {
  readonly transcript: Transcript;
}

/**
 * Runs the traces of the corpus, then those of the plan, and holds each to the profile. While one
 * is judged, the next one runs. What diverges is run again, made shorter and counted by its kind.
 *
 * What becomes of a run does not depend on the runs before it, only whether it is told again. So
 * sessions that share the runs of a plan find together what one finds that makes them all.
 */
export async function fuzz(session: Session, listener: Listener = {}): Promise<Tally> {
  const tally = new Tallying(session, listener);
  const turns = turnsOf(session);
  let ahead = tally.begin(turns);
  for (let made = await ahead; made; made = await ahead) {
    ahead = tally.begin(turns);
    // What goes wrong there is told when its turn comes.
    ahead.catch(() => {});
    await tally.take(made);
    listener.judged?.(tally);
    // A model answers at once: nobody else, such as a signal, would ever have a turn.
    if (tally.runs % 16 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return tally;
}

function* turnsOf({ plan, runs }: Session): IterableIterator<Turn> {
  for (const [place, trace] of plan.corpus.entries()) yield { place, run: null, trace };
  const made = new Runs(plan);
  for (const run of runs) yield { place: plan.corpus.length + run, run, trace: made.trace(run) };
}

/** The books of a session. */
class Tallying implements Tally {
  runs = 0;
  steps = 0;
  agreed = 0;
  diverged = 0;
  skipped = 0;
  broken = 0;
  stopped = false;
  readonly coverage: Coverage;
  /** What was found, by its kind. */
  private readonly known = new Map<string, Counted & { count: number }>();

  constructor(
    private readonly session: Session,
    private readonly listener: Listener,
  ) {
    this.coverage = new Coverage(session.profile);
  }

  get findings(): readonly Counted[] {
    return [...this.known.values()];
  }

  /** The next trace in the world; undefined if there is none, or the session is to end. */
  async begin(turns: IterableIterator<Turn>): Promise<Made | undefined> {
    const { value, done } = turns.next();
    if (done) return undefined;
    this.stopped = this.session.stopped();
    if (this.stopped) return undefined;
    return { ...value, transcript: await this.session.world.run(value.trace) };
  }

  async take(made: Made): Promise<void> {
    const { run, trace, transcript } = made;
    const verdict = follow(trace, transcript.observations, this.session.profile);
    const kinds = kindsIn(verdict);
    const obstacle = transcript.obstacle ?? tooMuch(trace, verdict);
    const agrees = kinds.length === 0 && !obstacle;
    if (agrees) this.cover(made, verdict);
    if (run === null && this.session.isQuietOnCorpus) return;
    this.runs += 1;
    this.steps += verdict.steps.length;
    if (agrees) this.agreed += 1;
    else if (kinds.length > 0) await this.diverge(made, kinds);
    else if (obstacle?.kind === "skipped") this.skipped += 1;
    else if (obstacle) this.breakOff(made, obstacle.reason);
  }

  private cover({ place, run, trace, transcript }: Made, verdict: Verdict): void {
    const isNew = this.coverage.add({ place, trace, ...transcript }, verdict);
    if (isNew && run !== null) this.listener.isNew?.(trace);
  }

  /** Each kind is pursued where it is first seen, and counted from then on. */
  private async diverge(made: Made, kinds: readonly string[]): Promise<void> {
    this.diverged += 1;
    for (const kind of kinds) {
      if (!this.known.has(kind)) this.note(made, await this.pursued(made, kind));
      this.count(kind);
    }
  }

  private async pursued({ run, trace, transcript }: Made, kind: string): Promise<Finding> {
    const quarry = await pursue(this.session, kind, trace, transcript);
    return findingOf(quarry, this.occasion(run, kind));
  }

  private breakOff(made: Made, reason: string): void {
    this.broken += 1;
    const kind = reason.replace(/`[^`]*`/g, "a step").replace(/\d+/g, "n");
    if (!this.known.has(kind)) {
      const { run, trace, transcript } = made;
      this.note(made, brokenFinding(trace, transcript, reason, this.occasion(run, kind)));
    }
    this.count(kind);
  }

  private occasion(run: number | null, kind: string): Occasion {
    const { profile, plan } = this.session;
    return { kind, run, seed: plan.seed, profile };
  }

  private note({ place }: Made, finding: Finding): void {
    this.known.set(finding.kind, { finding, place, count: 0 });
    this.listener.found?.(finding);
  }

  private count(kind: string): void {
    const known = this.known.get(kind);
    if (known) known.count += 1;
  }
}

function tooMuch(trace: Trace, { boundedAt, steps }: Verdict) {
  const isWhole = steps.length === stepsOf(trace).length && boundedAt === undefined;
  return isWhole
    ? undefined
    : ({ kind: "broken", reason: "more can happen in this trace than the model lists" } as const);
}
