import { blocksOf, stepsIn } from "./queries.js";
/** A text that is no schedule of a trace. The message says why, for whoever wrote the text. */
export class ScheduleError extends Error {
    name = "ScheduleError";
}
/** `shell,job`; the blocks of a trace are separated by `/`. */
export function printSchedule(schedule) {
    return schedule.map((turns) => turns.join(",")).join("/");
}
/**
 * The schedule that a text stands for.
 *
 * @throws {ScheduleError} if it does not fit the trace: it has other blocks, other processes, or
 *   more turns than a process has steps
 */
export function readSchedule(text, trace) {
    const blocks = blocksOf(trace);
    if (blocks.length === 0)
        throw new ScheduleError("the trace has no parallel block");
    const parts = text.split("/").map(turnsIn);
    if (parts.length !== blocks.length) {
        const [has, wanted] = [parts.length, blocks.length].map(blockCount);
        throw new ScheduleError(`it is of ${has}, and the trace has ${wanted}: \`/\` stands between two`);
    }
    for (const [index, block] of blocks.entries())
        checkTurns(parts[index] ?? [], block);
    return parts;
}
function turnsIn(part) {
    return part.trim() === "" ? [] : part.split(",").map((name) => name.trim());
}
function blockCount(count) {
    return `${count} ${count === 1 ? "block" : "blocks"}`;
}
function checkTurns(turns, block) {
    const left = new Map();
    for (const { actor } of stepsIn(block))
        left.set(actor, (left.get(actor) ?? 0) + 1);
    const place = `the block in line ${block.at.line}`;
    for (const name of turns) {
        const steps = left.get(name);
        if (steps === undefined) {
            const names = [...left.keys()].map((actor) => `\`${actor}\``).join(", ");
            throw new ScheduleError(`\`${name}\` has no step in ${place}; there are ${names}`);
        }
        if (steps === 0)
            throw new ScheduleError(`\`${name}\` has more turns than steps in ${place}`);
        left.set(name, steps - 1);
    }
}
