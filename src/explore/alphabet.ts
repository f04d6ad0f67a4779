import { BOOT_PIDS, type Syscall } from "../model/machine.js";
import { distinct } from "../oracle/distinct.js";
import { conflictIn } from "../trace/calls.js";
import {
  type Argument,
  type Call,
  OUTSIDE,
  printCall,
  signatures,
  toSyscall,
  UNUSED,
} from "../trace/index.js";
import { domains, type Letters, terminalName } from "./domains.js";
import { callsLike } from "./pattern.js";

// The calls that every process tries in every state.

/** The calls by which groups and sessions are made, left, signalled and ended. */
export const plainCalls = ["fork", "execve", "_exit", "waitpid", "setsid", "setpgid", "kill"];
/** Signals that no process can catch, ignore or block. */
export const plainSignals = ["SIGSTOP", "SIGCONT", "SIGKILL"];

/**
 * Every call that these letters make.
 *
 * @throws {RangeError} if there is no such call
 */
export function alphabetOf(letters: Letters): Call[] {
  const calls = letters.calls.flatMap((one): Call[] => {
    if (!one.includes("(")) return callsNamed(one, letters);
    const { call, lists } = callsLike(one, letters);
    return product(lists).map((list) => ({ ...call, arguments: list, at }));
  });
  return distinct(calls, printCall).filter((call) => conflictIn(call) === undefined);
}

const at = { line: 0, column: 0, offset: 0 };

function callsNamed(name: string, letters: Letters): Call[] {
  const signature = signatures.get(name);
  if (!signature) throw new RangeError(`there is no call \`${name}\``);
  const required = signature.parameters.filter(({ optional }) => optional !== true);
  const all = signature.parameters.map(({ kind }) => domains[kind](letters));
  const lists = [...product(all.slice(0, required.length)), ...product(all)];
  return lists.map((list) => ({ function: name, arguments: list, at }));
}

/** Every list with one item of each of the lists. */
function product(lists: readonly (readonly Argument[])[]): Argument[][] {
  return lists.reduce<Argument[][]>(
    (made, list) => made.flatMap((start) => list.map((item) => [...start, item])),
    [[]],
  );
}

/** The call as the component takes it. */
export function syscallOf(call: Call): Syscall {
  return toSyscall(call, numberOf);
}

const numbersOfNames: ReadonlyMap<string, number> = new Map([
  [terminalName(0), 0],
  [terminalName(1), 1],
  [OUTSIDE, BOOT_PIDS.outside],
  [UNUSED, BOOT_PIDS.unused],
]);

function numberOf(name: string): number {
  return numbersOfNames.get(name) ?? Number(name);
}
