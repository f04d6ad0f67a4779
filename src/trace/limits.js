import { TraceError } from "./error.js";
/** The longest text that is read as a trace: bytes in a file, UTF-16 units in a string. */
export const MAX_LENGTH = 2 * 1024 * 1024;
/** The most steps a trace can have. */
export const MAX_STEPS = 10000;
/** The most steps a block can have: the number of their orders grows faster than anything else. */
export const MAX_BLOCK_STEPS = 24;
/** The most lines a trace can have. */
export const MAX_LINES = 10 * MAX_STEPS;
/** The most terminals a trace can make. */
export const MAX_TERMINALS = 4;
/** The most characters in a line of a trace. */
export const MAX_WIDTH = 4096;
/** The problem of a text that is too long, whatever is too long about it. */
export function tooLong(file) {
    const megabytes = MAX_LENGTH / 1024 / 1024;
    const steps = MAX_STEPS.toLocaleString("en");
    const lines = MAX_LINES.toLocaleString("en");
    return whole(file, `too long: a trace has at most ${steps} steps, ${lines} lines and ${megabytes} MiB`);
}
/** The problem of bytes that are not text. */
export function notText(file) {
    return whole(file, "not a text file: a trace is UTF-8 without NUL");
}
function whole(file, message) {
    const problem = { file, line: 0, column: 0, message, sourceLine: "" };
    return new TraceError([problem]);
}
/**
 * Throws if a text cannot be a trace by its size or because it is not text; looks at nothing else.
 */
export function checkText(text, file) {
    if (text.length > MAX_LENGTH)
        throw tooLong(file);
    if (text.includes("\0"))
        throw notText(file);
    let line = 1;
    for (let start = 0; start <= text.length; line++) {
        if (line > MAX_LINES + 1)
            throw tooLong(file);
        const newline = text.indexOf("\n", start);
        const end = newline < 0 ? text.length : newline;
        if (end - start > MAX_WIDTH)
            throw tooWide(file, line, text.slice(start, end));
        start = end + 1;
    }
}
function tooWide(file, line, sourceLine) {
    const most = MAX_WIDTH.toLocaleString("en");
    const message = `too long: a line has at most ${most} characters`;
    return new TraceError([{ file, line, column: MAX_WIDTH + 1, message, sourceLine }]);
}
