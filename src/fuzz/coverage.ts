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

/** How many kernels with another answer are held to a trace with something new in it. */
const someInTurn = 4;

/** What was reached by the observations of a session: it only counts what the kernel did. */
export class Coverage {
  private readonly rules = new Set<number>();
  private readonly situations = new Set<string>();
  private readonly ownRules: readonly number[];
  private readonly suspects: readonly Suspect[];
  private left: readonly Suspect[];
  /** Which of them is held to the next trace. */
  private turn = 0;

  constructor(profile: Profile) {
    this.suspects = suspectsOf(profile);
    this.left = this.suspects;
    const own = profile.orders.flatMap(({ entries }) => entries.map(({ rule }) => rule));
    this.ownRules = [...new Set(own)];
  }

  /**
   * Counts what one trace has shown.
   *
   * @returns whether any of it is new
   */
  add(trace: Trace, observations: readonly Observation[], verdict: Verdict): boolean {
    const before = this.rules.size + this.situations.size;
    const spoke = new Set<number>();
    for (const [index, { step, observed, allowed }] of verdict.steps.entries()) {
      const branch = allowed.find((one) => isAlike(one, observed));
      for (const rule of branch?.rules ?? []) spoke.add(rule);
      const rows = observations[index - 1]?.processes ?? [];
      const gave = `${step.call.function} ${shapeOf(observed.answer)} ${branch?.rules.join() ?? ""}`;
      this.situations.add(`${gave} in ${situationOf(step, rows)}`);
    }
    for (const rule of spoke) this.rules.add(rule);
    const isNew = this.rules.size + this.situations.size > before;
    return this.ruleOut(trace, observations, this.asked(spoke, isNew)) || isNew;
  }

  get reached(): Reached {
    return {
      rules: this.ownRules.filter((rule) => this.rules.has(rule)).length,
      rulesInAll: this.ownRules.length,
      ruledOut: this.suspects.length - this.left.length,
      suspects: this.suspects.length,
      situations: this.situations.size,
    };
  }

  /** The ids of the rules that never refused a call. */
  get silentRules(): string[] {
    const { rules } = catalog();
    return this.ownRules
      .filter((rule) => !this.rules.has(rule))
      .map((rule) => rules[rule]?.id ?? String(rule));
  }

  /** The kernels that nothing has told from the profile. */
  get untold(): string[] {
    return this.left.map(({ name }) => name);
  }

  /**
   * Which kernels a trace is held to: those that lack a rule that spoke in it, for it can show
   * nothing of any other rule, and some of the others in turn, for to hold it to all of them would
   * cost much more than to run it.
   */
  private asked(spoke: ReadonlySet<number>, isNew: boolean): Suspect[] {
    const lacking = this.left.filter(({ rule }) => rule !== undefined && spoke.has(rule));
    const others = this.left.filter(({ rule }) => rule === undefined);
    const first = this.turn % Math.max(1, others.length);
    const inTurn = [...others, ...others].slice(first, first + (isNew ? someInTurn : 1));
    this.turn = first + inTurn.length;
    return [...lacking, ...inTurn];
  }

  /** @returns whether any of these kernels is told from the profile by the trace */
  private ruleOut(
    trace: Trace,
    observations: readonly Observation[],
    asked: readonly Suspect[],
  ): boolean {
    const out = new Set(asked.filter(({ kernel }) => differs(trace, observations, kernel)));
    this.left = this.left.filter((suspect) => !out.has(suspect));
    return out.size > 0;
  }
}

function differs(trace: Trace, observations: readonly Observation[], kernel: Profile): boolean {
  return follow(trace, observations, kernel).steps.some((step) => step.differs.length > 0);
}
