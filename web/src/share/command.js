import { fieldOf, parse, printSchedule, readSchedule, ScheduleError, scheduleProblem, TraceError, } from "retinue";
/**
 * What a shell runs to see the same: the model of the kernel, with the trace as its input, so that
 * no file is left behind.
 */
export function replayCommand({ text, profile, schedule }) {
    const order = orderOf(text, profile, schedule);
    const words = ["npx retinue run /dev/stdin --profile", profile.name];
    const options = order === undefined ? [] : ["--schedule", order === "" ? "''" : order];
    const lines = text.replace(/\n$/, "").split("\n");
    const end = endOf(lines);
    return [[...words, ...options, `<<'${end}'`].join(" "), ...lines, end, ""].join("\n");
}
/** The schedule as the command takes it; undefined for one that the trace cannot go in. */
function orderOf(text, profile, schedule) {
    if (!schedule)
        return undefined;
    const order = printSchedule(schedule);
    const trace = readOf(text);
    if (!trace)
        return undefined;
    try {
        const problem = scheduleProblem(trace, profile, readSchedule(order, trace));
        return problem === undefined ? order : undefined;
    }
    catch (error) {
        if (error instanceof ScheduleError)
            return undefined;
        throw error;
    }
}
/** A word that is no line of the text. */
function endOf(lines) {
    let end = "END";
    while (lines.includes(end))
        end += "_";
    return end;
}
/** What a file with the trace is called, without its ending: a few words of the title. */
export function fileNameFor(text) {
    const trace = readOf(text);
    const title = (trace && fieldOf(trace, "title")) ?? "";
    const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return words.slice(0, 8).join("-").slice(0, 60) || "trace";
}
function readOf(text) {
    try {
        return parse(text, "trace");
    }
    catch (error) {
        if (error instanceof TraceError)
            return undefined;
        throw error;
    }
}
