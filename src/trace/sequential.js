import { bindingOf, blocksOf, stepsIn } from "./queries.js";
/**
 * The trace in which the steps of each block stand in the order of a schedule, as any other steps.
 * What has no turn comes last: its process cannot make it. Every step keeps its place in the file.
 *
 * What the steps of a block state holds for all schedules together, so that nothing is left of it
 * but the names they bind.
 */
export function sequentialised(trace, schedule) {
    let block = 0;
    const items = trace.items.flatMap((item) => item.kind === "parallel" ? inOrderOf(item, schedule[block++] ?? []) : [item]);
    return { ...trace, items };
}
/**
 * The trace as it is.
 *
 * @throws {RangeError} if it has a block: such a trace runs one schedule at a time
 */
export function sequential(trace) {
    const [block] = blocksOf(trace);
    if (!block)
        return trace;
    throw new RangeError(`the parallel block in line ${block.at.line} has no order: a world runs the trace of one schedule, see schedulesOf and sequentialised`);
}
function inOrderOf(block, turns) {
    const left = [...stepsIn(block)];
    const ordered = turns.flatMap((actor) => {
        const next = left.findIndex((step) => step.actor === actor);
        return next < 0 ? [] : left.splice(next, 1);
    });
    return [...ordered, ...left].map(withoutClaims);
}
/** The step without what it states, but for the name that it binds. */
function withoutClaims(step) {
    const { expectation: _, ...rest } = step;
    const bound = bindingOf(step);
    const binds = {
        answers: bound === undefined ? [] : [{ kind: "value", value: bound }],
        effects: [],
    };
    return { ...rest, overrides: [], ...(bound !== undefined && { expectation: binds }) };
}
