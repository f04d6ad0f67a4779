import { expect, test } from "vitest";
import { type Problem, parse, TraceError } from "../../src/trace/index.js";

const profiles = ["linux", "darwin", "freebsd"];

/** What is wrong with a text; nothing if it is a trace. */
export function problemsOf(text: string): readonly Problem[] {
  try {
    parse(text, "x.trace", { profiles });
  } catch (error) {
    if (error instanceof TraceError) return error.problems;
    throw error;
  }
  return [];
}

/** What is wrong with a text, a line for each problem: place, message, what was expected. */
export function complaints(text: string): string[] {
  return problemsOf(text).map(({ line, column, message, expected }) => {
    return `${line}:${column} ${message}${expected === undefined ? "" : ` (${expected})`}`;
  });
}

/** Text, and what is said of it. */
export type Case = readonly [line: string, ...complaints: string[]];

/** Holds what is said of lines that stand below other ones, which bind the names in them. */
export function checkBelow(above: string): (cases: readonly Case[]) => void {
  return (cases) =>
    test.each(cases)("%s", (line, ...expected) => {
      expect(complaints(`${above}\n${line}\n`)).toEqual(expected);
    });
}

/** Holds what is said of lines that stand below `init: fork() = job`, so that `job` is known. */
export const check = checkBelow("init: fork() = job");
