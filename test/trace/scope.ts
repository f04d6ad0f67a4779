import fc from "fast-check";
import type { Position } from "../../src/trace/ast.js";
import { signals, sortedSignals } from "../../src/trace/index.js";

/** Generated nodes lie nowhere. */
export const at: Position = { line: 0, column: 0, offset: 0 };

export const word = fc
  .oneof(fc.constantFrom("job", "shell", "a", "b"), fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/))
  .filter((name) => !reserved.has(name));
const reserved = new Set(["init", "unused", "outside", "none"]);
/** Draws a value; the generator keeps what it drew, so that a failure shrinks. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** The names that are bound so far. */
export interface Scope {
  readonly processes: string[];
  readonly threads: string[];
  readonly terminals: string[];
  /** How many more terminals may be made. */
  left: number;
  /** In a block a call binds new names only. */
  isInBlock: boolean;
}

/** The name of a process. */
export function drawName(draw: Draw, scope: Scope): string {
  return draw(fc.constantFrom(...scope.processes));
}

/** Signals, in the order in which they are written. */
export function drawSet(draw: Draw): string[] {
  return sortedSignals(draw(fc.subarray([...signals], { maxLength: 4 })));
}
