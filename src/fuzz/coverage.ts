import { type Suspect, suspectsOf } from "../diff/suspects.js";
import { catalog, type Profile } from "../model/catalog.js";
import { follow, isAlike, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import { shapeOf } from "./kind.js";
import { situationOf } from "./situation.js";

/** What a session has reached so far, and of how much. */
export interface Reached {
  /** Rules of the profile that refused a call. */
  readonly rules: number;
  readonly rulesInAll: number;
  /**
   * Kernels that differ from the profile in one thing and that some observation has ruled out: they
   * lack a rule, or give another answer to a question.
   */
  readonly ruledOut: number;
  readonly suspects: number;
  /** Pairs of what a call gave, with the rule, and the situation it was made in. */
  readonly situations: number;
}

/** What was reached, each by its name, with the place of the first trace that reached it. */
export interface Firsts {
  readonly rules: Readonly<Record<string, number>>;
  readonly situations: Readonly<Record<string, number>>;
  /** Kernels that differ from the profile in one thing. */
  readonly ruledOut: Readonly<Record<string, number>>;
}

/** A trace of a session, and what was seen of it. */
export interface Seen {
  /** Its place among the traces of all sessions that share its runs. */
  readonly place: number;
  readonly trace: Trace;
  readonly observations: readonly Observation[];
}

/** How many kernels with another answer have their turn at a trace. */
const inTurn = 4;

/**
 * What was reached by the observations of a session: it only counts what the kernel did. Of
 * everything it knows the first trace that reached it, and what a trace reaches does not depend on
 * those before it: so what several sessions reached can be put together.
 */
export class Coverage {
  private readonly rules = new Map<number, number>();
  private readonly situations = new Map<string, number>();
  private readonly ruledOut = new Map<string, number>();
  private readonly ownRules: readonly number[];
  private readonly suspects: readonly Suspect[];
  /** Those that answer a question otherwise. */
  private readonly answering: readonly Suspect[];

  constructor(profile: Profile) {
    this.suspects = suspectsOf(profile);
    this.answering = this.suspects.filter(({ rule }) => rule === undefined);
    const own = profile.orders.flatMap(({ entries }) => entries.map(({ rule }) => rule));
    this.ownRules = [...new Set(own)];
  }

  /**
   * Counts what one trace has shown.
   *
   * @returns whether any of it is new
   */
  add(seen: Seen, verdict: Verdict): boolean {
    const before = this.count;
    const spoke = new Set<number>();
    for (const [index, { step, observed, allowed }] of verdict.steps.entries()) {
      const branch = allowed.find((one) => isAlike(one, observed));
      for (const rule of branch?.rules ?? []) spoke.add(rule);
      const rows = seen.observations[index - 1]?.processes ?? [];
      const gave = `${step.call.function} ${shapeOf(observed.answer)} ${branch?.rules.join() ?? ""}`;
      note(this.situations, `${gave} in ${situationOf(step, rows)}`, seen.place);
    }
    for (const rule of spoke) note(this.rules, rule, seen.place);
    for (const { name, kernel } of this.asked(spoke, seen.place))
      if (differs(seen, kernel)) this.ruledOut.set(name, seen.place);
    return this.count > before;
  }

  private get count(): number {
    return this.rules.size + this.situations.size + this.ruledOut.size;
  }

  get reached(): Reached {
    return {
      rules: this.ownRules.filter((rule) => this.rules.has(rule)).length,
      rulesInAll: this.ownRules.length,
      ruledOut: this.ruledOut.size,
      suspects: this.suspects.length,
      situations: this.situations.size,
    };
  }

  get firsts(): Firsts {
    return {
      rules: Object.fromEntries([...this.rules].map(([rule, place]) => [idOf(rule), place])),
      situations: Object.fromEntries(this.situations),
      ruledOut: Object.fromEntries(this.ruledOut),
    };
  }

  /** The ids of the rules that never refused a call. */
  get silentRules(): string[] {
    return this.ownRules.filter((rule) => !this.rules.has(rule)).map(idOf);
  }

  /** The kernels that nothing has told from the profile. */
  get untold(): string[] {
    return this.suspects.map(({ name }) => name).filter((name) => !this.ruledOut.has(name));
  }

  /**
   * Which kernels a trace is held to: those that lack a rule that spoke in it, for it can show
   * nothing of any other rule, and some of the others in turn, for to hold it to all of them would
   * cost much more than to run it. Whose turn it is depends on the place of the trace alone.
   */
  private asked(spoke: ReadonlySet<number>, place: number): Suspect[] {
    const lacking = this.suspects.filter(({ rule }) => rule !== undefined && spoke.has(rule));
    const { length } = this.answering;
    const first = (place % length) * inTurn;
    const others = Array.from({ length: inTurn }, (_, i) => this.answering[(first + i) % length]);
    return [...lacking, ...others].flatMap((suspect) =>
      suspect && !this.ruledOut.has(suspect.name) ? [suspect] : [],
    );
  }
}

function note<Name>(firsts: Map<Name, number>, name: Name, place: number): void {
  if (!firsts.has(name)) firsts.set(name, place);
}

function idOf(rule: number): string {
  return catalog().rules[rule]?.id ?? String(rule);
}

function differs({ trace, observations }: Seen, kernel: Profile): boolean {
  return follow(trace, observations, kernel).steps.some((step) => step.differs.length > 0);
}
