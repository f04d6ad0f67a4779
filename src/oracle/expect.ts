import { type Branch, textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { inOrder } from "../names.js";
import type { Expectation, Parallel, Step, Trace } from "../trace/ast.js";
import {
  expectationFor,
  printAnswer,
  printEffect,
  type Schedule,
  stepsIn,
} from "../trace/index.js";
import { distinct } from "./distinct.js";
import { worldsAfter } from "./interleavings.js";
import { Oracle, WORLDS_MAX } from "./oracle.js";
import { type Outcome, outcomesOf } from "./outcomes.js";

/** A step whose stated expectation and whose model do not agree. */
export interface Mismatch {
  readonly step: Step;
  /** What the trace says, one text for each alternative; in a block, for each answer and effect. */
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
  /** The block that the step is in. */
  readonly block?: BlockForecast;
}

/** What a block of a trace can lead to under a profile. */
export interface BlockForecast {
  readonly parallel: Parallel;
  readonly outcomes: readonly Outcome[];
  /** In how many orders its steps can be made. */
  readonly schedules: number;
  /** How many of them the model tells apart. */
  readonly classes: number;
  /** False if there are more orders than the model goes through: all this is a part of it then. */
  readonly complete: boolean;
  /** Only one order was asked for. */
  readonly isScheduled: boolean;
}

/**
 * The trace as the model runs it: at each step everything that can happen, going on with what the
 * trace states. A block is gone through in every order.
 *
 * @param options.schedule the one order in which the blocks are to go; where it cannot be, no step
 *   from the block on has a branch
 * @param options.most more kernels than these are not followed at a time
 */
export function forecast(
  trace: Trace,
  profile: Profile,
  { schedule, most = WORLDS_MAX }: { readonly schedule?: Schedule; readonly most?: number } = {},
): Forecast[] {
  const oracle = new Oracle(trace, profile, most);
  const forecasts: Forecast[] = [];
  let blocks = 0;
  for (const item of trace.items) {
    if (item.kind === "directive") oracle.direct(item);
    if (item.kind === "parallel")
      forecasts.push(...blockForecasts(oracle, item, schedule?.[blocks++]));
    if (item.kind !== "step") continue;
    const branches = oracle.branches(item);
    const stated = textsOf(expectationFor(item, profile.name));
    const agreeing = branches.filter((branch) => stated.includes(textOf(branch)));
    oracle.keep(agreeing.length > 0 ? agreeing : branches);
    const complete = !oracle.bounded;
    forecasts.push({ step: item, branches: distinct(branches, textOf), complete });
  }
  return forecasts;
}

/** One forecast for each step of a block, as it is written. The oracle goes on behind the block. */
function blockForecasts(
  oracle: Oracle,
  parallel: Parallel,
  only: readonly string[] | undefined,
): Forecast[] {
  const found = oracle.interleavings(parallel, only);
  const steps = stepsIn(parallel);
  const outcomes = outcomesOf(steps, found, ({ world }) => oracle.rows(world));
  const schedules = found.classes.reduce((sum, each) => sum + each.schedules, 0);
  const classes = found.classes.length;
  const { complete } = found;
  const isScheduled = only !== undefined;
  const block = { parallel, outcomes, schedules, classes, complete, isScheduled };
  oracle.keep(worldsAfter(found));
  return steps.map((step, i) => {
    return { step, branches: found.branches[i] ?? [], complete: !oracle.bounded, block };
  });
}

/**
 * Holds the expectations that a trace states to the model. For `posix`, whose line states the whole
 * set, both must have the same alternatives; a kernel must do one of those stated. In a block and
 * behind one, where the schedule decides, that is so for every kernel, unless there is only one
 * schedule: then what it leads to must be among what is stated.
 */
export function mismatches(
  trace: Trace,
  profile: Profile,
  forecasts: readonly Forecast[] = forecast(trace, profile),
): Mismatch[] {
  const isStandard = profile.orders.some(({ ordered }) => !ordered);
  let isWhole = isStandard;
  return forecasts.flatMap(({ step, branches, complete: isListed, block }) => {
    if (block) isWhole = !block.isScheduled;
    const expectation = expectationFor(step, profile.name);
    const stated = block ? partsOf(expectation) : textsOf(expectation);
    if (stated.length === 0) return [];
    const possible = block ? partsOfAll(branches) : branches.map(textOf);
    const fits = possible.every((text) => stated.includes(text));
    const complete = !isWhole || !isListed || stated.every((text) => possible.includes(text));
    return fits && complete ? [] : [{ step, stated, possible }];
  });
}

/** The answers and the effects, one by one: in a block each of them happens under some schedule. */
function partsOf(expectation: Expectation | undefined): string[] {
  if (!expectation) return [];
  const { answers, effects } = expectation;
  return [...answers.map(printAnswer), ...inOrder(effects).map(printEffect)];
}

function partsOfAll(branches: readonly Branch[]): string[] {
  const answers = branches.map(({ answer }) => answer);
  const effects = branches.flatMap((branch) => branch.effects);
  return [...new Set(partsOf({ answers, effects }))];
}

/** The texts that an expectation allows; none if nothing is stated. */
export function textsOf(expectation: Expectation | undefined): string[] {
  if (!expectation) return [];
  const effects = inOrder(expectation.effects);
  return expectation.answers.map((answer) => textOf({ answer, effects }));
}
