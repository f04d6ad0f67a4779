import { compareTrace } from "../diff/compare.js";
import { blocksOf, printSchedule, sequentialised, stepsIn, } from "../trace/index.js";
import { schedulesOf } from "./schedules.js";
/**
 * What has to be run so that a trace is run under every schedule that a profile tells apart; a
 * trace without blocks is run once.
 *
 * @param only the one schedule that is wanted
 */
export function runsOf(trace, profile, only) {
    if (blocksOf(trace).length === 0)
        return { list: [{ trace, schedule: undefined }], total: undefined, complete: true };
    const { list: found, total, complete } = only ? oneOf(only) : schedulesOf(trace, profile);
    // Where the model lists none, because they are too many, the trace is still run once.
    const list = found.length > 0 ? found : [asWritten(trace)];
    const runs = list.map((schedule) => {
        return { trace: sequentialised(trace, schedule), schedule: printSchedule(schedule) };
    });
    return { list: runs, total: Math.max(total, runs.length), complete };
}
/**
 * Runs a trace in a world under every schedule that a profile tells apart, and holds it to the
 * profile and to the standard.
 *
 * @param file the trace's path, for the report
 */
export async function compareSchedules(trace, file, world, profile) {
    const runs = runsOf(trace, profile);
    const results = [];
    for (const { trace: ordered } of runs.list)
        results.push(compareTrace(ordered, file, await world.run(ordered), profile));
    return mergedResult(runs, results);
}
function asWritten(trace) {
    return blocksOf(trace).map((block) => stepsIn(block).map(({ actor }) => actor));
}
function oneOf(schedule) {
    return { list: [schedule], total: 1, complete: true };
}
/** From the one that counts most to the one that counts least. */
const verdicts = ["diverged", "broken", "known", "skipped", "agreed"];
const conformances = ["violates", "unknown", "conforms"];
/**
 * The result of a trace, from those of its runs. What diverges alike under several schedules is
 * told once.
 *
 * @param results one for each run, at least one
 */
export function mergedResult(runs, results) {
    const [first] = results;
    if (!first)
        throw new RangeError("no run has a result");
    if (runs.total === undefined)
        return first;
    const verdict = worst(verdicts, results, (result) => result.verdict);
    const deciding = results.filter((result) => result.verdict === verdict);
    const different = results.flatMap((result) => result.different ?? []);
    return {
        ...first,
        verdict,
        conformance: worst(conformances, results, ({ conformance }) => conformance),
        rules: [...new Set(deciding.flatMap(({ rules }) => rules))],
        reason: reasonOf(runs, results, verdict),
        durationMs: results.reduce((sum, { durationMs }) => sum + durationMs, 0),
        divergences: mergedDivergences(runs, results),
        different: different.length > 0 ? [...new Set(different)] : null,
        schedules: { total: runs.total, run: runs.list.map(({ schedule }) => schedule ?? "") },
        ...(verdict === "agreed" && !runs.complete && incomplete(runs)),
    };
}
/** The value that counts most of those that some result has. */
function worst(order, results, of) {
    const all = results.map(of);
    const found = order.find((value) => all.includes(value));
    if (found === undefined)
        throw new RangeError("no result has a known value");
    return found;
}
function reasonOf({ list }, results, verdict) {
    const index = results.findIndex((result) => result.verdict === verdict && result.reason !== null);
    const reason = results[index]?.reason ?? null;
    if (reason === null || verdict === "skipped")
        return reason;
    return `under the schedule ${list[index]?.schedule}: ${reason}`;
}
function incomplete({ list }) {
    const were = list.length === 1 ? "1 was" : `${list.length} were`;
    const reason = `this trace has more schedules than the model lists; ${were} run, and agreed`;
    return { verdict: "broken", reason, conformance: "unknown" };
}
function mergedDivergences({ list }, results) {
    const merged = new Map();
    for (const [i, { divergences }] of results.entries()) {
        const schedule = list[i]?.schedule ?? "";
        for (const divergence of divergences) {
            const key = keyOf(divergence);
            const known = merged.get(key) ?? { ...divergence, schedules: [] };
            merged.set(key, { ...known, schedules: [...known.schedules, schedule] });
        }
    }
    return [...merged.values()];
}
/** The same text for what differs only in how the trace came there. */
function keyOf({ index: _, before: __, ...rest }) {
    return JSON.stringify(rest);
}
