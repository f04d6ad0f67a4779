import type { Argument, Call, Position, Step } from "../trace/ast.js";
import { sortedSignals } from "../trace/index.js";

/** Where something is that no file holds yet. */
export const nowhere: Position = { line: 1, column: 1, offset: 0 };

/** The argument `name`, or `-name`. */
export function named(name: string, negated = false): Argument {
  return { kind: "name", name, negated, at: nowhere };
}

export function number(value: number): Argument {
  return { kind: "number", value, at: nowhere };
}

/** `WNOHANG|WUNTRACED`; no word at all is written `0`. */
export function constants(...words: readonly string[]): Argument {
  return words.length === 0 ? number(0) : { kind: "constants", words, at: nowhere };
}

export function masterOf(name: string): Argument {
  return { kind: "master", name, at: nowhere };
}

/** `{SIGCHLD, SIGTSTP}`, each signal once and in the order of the language. */
export function setOf(words: readonly string[]): Argument {
  return { kind: "set", words: sortedSignals(new Set(words)), at: nowhere };
}

export function quoted(text: string): Argument {
  return { kind: "text", text, at: nowhere };
}

/** A step that states nothing, but for the name of what it makes. */
export function stepOf(
  actor: string,
  name: string,
  written: readonly Argument[],
  makes?: string,
): Step {
  const call: Call = { function: name, arguments: written, at: nowhere };
  const step = { kind: "step", actor, call, overrides: [], at: nowhere } as const;
  if (makes === undefined) return step;
  return { ...step, expectation: { answers: [{ kind: "value", value: makes }], effects: [] } };
}
