import { visible } from "./text.js";
/** How many problems the message of a `TraceError` shows. */
const shown = 10;
/** How much of a long line the message of a `TraceError` shows. */
const width = 100;
/** A text that is not a trace. The message is made to be printed: places, lines and carets. */
export class TraceError extends Error {
    name = "TraceError";
    /** In the order of the file; at least one. */
    problems;
    constructor(problems) {
        super(summary(problems));
        this.problems = problems;
    }
}
function summary(problems) {
    const texts = problems.slice(0, shown).map(describe);
    const rest = problems.length - texts.length;
    if (rest > 0)
        texts.push(`and ${rest} more ${rest === 1 ? "problem" : "problems"}`);
    return texts.join("\n");
}
/** `file:line:column: message`, the line, and a caret under the place. */
function describe(problem) {
    const message = visible(problem.message);
    if (problem.line === 0)
        return `${problem.file}: ${message}`;
    const place = `${problem.file}:${problem.line}:${problem.column}: ${message}`;
    const { text, before } = excerpt(problem);
    const expected = problem.expected === undefined ? "" : ` expected ${problem.expected}`;
    return `${place}\n    ${text}\n    ${before}^${expected}`;
}
/**
 * A part of the line that holds the place, and the white space that a caret needs in front of it.
 */
function excerpt({ sourceLine, column }) {
    const start = Math.max(0, Math.min(column - 1 - width / 2, sourceLine.length - width));
    const text = visible(sourceLine.slice(start, start + width));
    const before = text.slice(0, column - 1 - start).replace(/[^\t]/g, " ");
    return { text, before };
}
