import { type Branch, textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { inOrder } from "../names.js";
import type { Expectation, Step, Trace } from "../trace/ast.js";
import { expectationFor } from "../trace/index.js";
import { Oracle, WORLDS_MAX } from "./oracle.js";

/** A step whose stated expectation and whose model do not agree. */
export interface Mismatch {
  readonly step: Step;
  /** What the trace says, one text for each alternative. */
  readonly stated: readonly string[];
  /** What the model allows. */
  readonly possible: readonly string[];
}

/** What one step of a trace can show under a profile. */
export interface Forecast {
  readonly step: Step;
  /** One branch for each text; the first is the one taken where nothing decides. */
  readonly branches: readonly Branch[];
  /**
   * False from the step on at which the model could not list, or follow, every way it can go: there
   * may be no branch then.
   */
  readonly complete: boolean;
}

/**
 * The trace as the model runs it: at each step everything that can happen, going on with what the
 * trace states.
 *
 * @param most more kernels than these are not followed at a time
 */
export function forecast(trace: Trace, profile: Profile, most = WORLDS_MAX): Forecast[] {
  const oracle = new Oracle(trace, profile, most);
  const forecasts: Forecast[] = [];
  for (const item of trace.items) {
    if (item.kind === "directive") oracle.direct(item);
    if (item.kind !== "step") continue;
    const branches = oracle.branches(item);
    const stated = textsOf(expectationFor(item, profile.name));
    const agreeing = branches.filter((branch) => stated.includes(textOf(branch)));
    oracle.keep(agreeing.length > 0 ? agreeing : branches);
    const complete = !oracle.bounded;
    forecasts.push({ step: item, branches: firstOfEachText(branches), complete });
  }
  return forecasts;
}

/**
 * Holds the expectations that a trace states to the model. For `posix`, whose line states the whole
 * set, both must have the same alternatives; a kernel must do one of those stated.
 */
export function mismatches(
  trace: Trace,
  profile: Profile,
  forecasts: readonly Forecast[] = forecast(trace, profile),
): Mismatch[] {
  const isWhole = profile.orders.some(({ ordered }) => !ordered);
  return forecasts.flatMap(({ step, branches, complete: isListed }) => {
    const stated = textsOf(expectationFor(step, profile.name));
    if (stated.length === 0) return [];
    const possible = branches.map(textOf);
    const fits = possible.every((text) => stated.includes(text));
    const complete = !isWhole || !isListed || stated.every((text) => possible.includes(text));
    return fits && complete ? [] : [{ step, stated, possible }];
  });
}

function firstOfEachText(branches: readonly Branch[]): Branch[] {
  const texts = new Set<string>();
  return branches.filter((branch) => {
    const text = textOf(branch);
    return !texts.has(text) && texts.add(text);
  });
}

/** The texts that an expectation allows; none if nothing is stated. */
export function textsOf(expectation: Expectation | undefined): string[] {
  if (!expectation) return [];
  const effects = inOrder(expectation.effects);
  return expectation.answers.map((answer) => textOf({ answer, effects }));
}
