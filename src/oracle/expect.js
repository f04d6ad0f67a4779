import { textOf } from "../model/branch.js";
import { inOrder } from "../names.js";
import { expectationFor, printAnswer, printEffect, stepsIn, } from "../trace/index.js";
import { worldsAfter } from "./interleavings.js";
import { Oracle, WORLDS_MAX } from "./oracle.js";
import { outcomesOf } from "./outcomes.js";
/**
 * The trace as the model runs it: at each step everything that can happen, going on with what the
 * trace states. A block is gone through in every order.
 *
 * @param options.schedule the one order in which the blocks are to go; where it cannot be, no step
 *   from the block on has a branch
 * @param options.most more kernels than these are not followed at a time
 */
export function forecast(trace, profile, { schedule, most = WORLDS_MAX } = {}) {
    const oracle = new Oracle(trace, profile, most);
    const forecasts = [];
    let blocks = 0;
    for (const item of trace.items) {
        if (item.kind === "directive")
            oracle.direct(item);
        if (item.kind === "parallel")
            forecasts.push(...blockForecasts(oracle, item, schedule?.[blocks++]));
        if (item.kind !== "step")
            continue;
        const branches = oracle.branches(item);
        const stated = textsOf(expectationFor(item, profile.name));
        const agreeing = branches.filter((branch) => stated.includes(textOf(branch)));
        oracle.keep(agreeing.length > 0 ? agreeing : branches);
        const complete = !oracle.bounded;
        forecasts.push({ step: item, branches: firstOfEachText(branches), complete });
    }
    return forecasts;
}
/** One forecast for each step of a block, as it is written. The oracle goes on behind the block. */
function blockForecasts(oracle, parallel, only) {
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
export function mismatches(trace, profile, forecasts = forecast(trace, profile)) {
    const isStandard = profile.orders.some(({ ordered }) => !ordered);
    let isWhole = isStandard;
    return forecasts.flatMap(({ step, branches, complete: isListed, block }) => {
        if (block)
            isWhole = !block.isScheduled;
        const expectation = expectationFor(step, profile.name);
        const stated = block ? partsOf(expectation) : textsOf(expectation);
        if (stated.length === 0)
            return [];
        const possible = block ? partsOfAll(branches) : branches.map(textOf);
        const fits = possible.every((text) => stated.includes(text));
        const complete = !isWhole || !isListed || stated.every((text) => possible.includes(text));
        return fits && complete ? [] : [{ step, stated, possible }];
    });
}
/** The answers and the effects, one by one: in a block each of them happens under some schedule. */
function partsOf(expectation) {
    if (!expectation)
        return [];
    const { answers, effects } = expectation;
    return [...answers.map(printAnswer), ...inOrder(effects).map(printEffect)];
}
function partsOfAll(branches) {
    const answers = branches.map(({ answer }) => answer);
    const effects = branches.flatMap((branch) => branch.effects);
    return [...new Set(partsOf({ answers, effects }))];
}
function firstOfEachText(branches) {
    const texts = new Set();
    return branches.filter((branch) => {
        const text = textOf(branch);
        return !texts.has(text) && texts.add(text);
    });
}
/** The texts that an expectation allows; none if nothing is stated. */
export function textsOf(expectation) {
    if (!expectation)
        return [];
    const effects = inOrder(expectation.effects);
    return expectation.answers.map((answer) => textOf({ answer, effects }));
}
