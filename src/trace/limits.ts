import { type Problem, TraceError } from "./error.js";

/** The longest text that is read as a trace: bytes in a file, UTF-16 units in a string. */
export const MAX_LENGTH = 2 * 1024 * 1024;
/** The most steps a trace can have. */
export const MAX_STEPS = 10_000;
/** The most lines a trace can have. */
export const MAX_LINES = 10 * MAX_STEPS;

/** The problem of a text that is too long, whatever is too long about it. */
export function tooLong(file: string): TraceError {
  const megabytes = MAX_LENGTH / 1024 / 1024;
  const steps = MAX_STEPS.toLocaleString("en");
  const lines = MAX_LINES.toLocaleString("en");
  return whole(
    file,
    `too long: a trace has at most ${steps} steps, ${lines} lines and ${megabytes} MiB`,
  );
}

/** The problem of bytes that are not text. */
export function notText(file: string): TraceError {
  return whole(file, "not a text file: a trace is UTF-8 without NUL");
}

function whole(file: string, message: string): TraceError {
  const problem: Problem = { file, line: 0, column: 0, message, sourceLine: "" };
  return new TraceError([problem]);
}

/** Throws if a text cannot be a trace by its size or because it is not text; looks at nothing else. */
export function checkText(text: string, file: string): void {
  if (text.length > MAX_LENGTH) throw tooLong(file);
  if (text.includes("\0")) throw notText(file);
  let lines = 1;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines++;
  if (lines > MAX_LINES + 1) throw tooLong(file);
}
