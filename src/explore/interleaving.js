import { textOf } from "../model/branch.js";
import { beginning, distinct, nextOf, } from "../oracle/interleave.js";
import { worldsAfter } from "../oracle/interleavings.js";
import { Oracle } from "../oracle/oracle.js";
import { outcomesOf } from "../oracle/outcomes.js";
import { blocksOf } from "../trace/index.js";
/**
 * The tree of the orders in which a block of a trace can go under a profile, from its beginning.
 *
 * @param index which block, from 0
 * @throws {RangeError} if the trace has no such block
 */
export function interleavings(trace, profile, index = 0) {
    const parallel = blocksOf(trace)[index];
    if (!parallel)
        throw new RangeError(`the trace has no block ${index}`);
    const oracle = new Oracle(trace, profile);
    for (const item of trace.items) {
        if (item === parallel)
            break;
        if (item.kind === "directive")
            oracle.direct(item);
        if (item.kind === "step")
            oracle.keep(oracle.branches(item));
        if (item.kind === "parallel")
            oracle.keep(worldsAfter(oracle.interleavings(item)));
    }
    const { block, worlds } = oracle.at(parallel);
    return place(oracle, block, beginning(block, worlds), {});
}
function place(oracle, block, stage, last) {
    let known;
    const next = () => {
        known ??= nextOf(block, stage);
        return known;
    };
    return {
        turns: stage.turns,
        ...(last.step && { step: last.step }),
        shows: distinct(last.branches ?? [], textOf),
        outcomes() {
            const ends = next().ended;
            const classes = ends.length > 0 ? [{ turns: stage.turns, schedules: 1, ends }] : [];
            return outcomesOf(block.steps, { classes }, ({ world }) => oracle.rows(world));
        },
        next() {
            return next().turns.map(({ step: index, branches, stage: after }) => {
                const step = block.steps[index];
                return place(oracle, block, after, { ...(step && { step }), branches });
            });
        },
    };
}
