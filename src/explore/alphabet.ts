import type { Syscall } from "../model/machine.js";
import { conflictIn } from "../trace/calls.js";
import {
  type Argument,
  type Call,
  INT_MAX,
  INT_MIN,
  type KindName,
  signatures,
  toSyscall,
} from "../trace/index.js";

// The calls that every process tries in every state. In them a process goes by its number, written
// as a name: `2` is init.

/** The number of `init`; those of the other processes follow. */
export const INIT_NUMBER = 2;

/** What the calls of an alphabet are made of. */
export interface Letters {
  /** Names of calls. */
  readonly calls: readonly string[];
  /** What is sent, blocked and set actions for. */
  readonly signals: readonly string[];
  /** How many processes there can be. */
  readonly processes: number;
  /** Also arguments that no program means, such as negative numbers and options that do not exist. */
  readonly odd: boolean;
}

/** The calls by which groups and sessions are made, left, signalled and ended. */
export const plainCalls = ["fork", "execve", "_exit", "waitpid", "setsid", "setpgid", "kill"];
/** Signals that no process can catch, ignore or block. */
export const plainSignals = ["SIGSTOP", "SIGCONT", "SIGKILL"];

const at = { line: 0, column: 0, offset: 0 };
const number = (value: number): Argument => ({ kind: "number", value, at });
const constants = (...words: string[]): Argument => ({ kind: "constants", words, at });
const named = (name: string, negated = false): Argument => ({ kind: "name", name, negated, at });
const text = (value: string): Argument => ({ kind: "text", text: value, at });

/** The terminal of an exploration: its first one. */
const terminal = named("tty");

/**
 * What stands for a parameter of each kind. Where one value is as good as another there is one;
 * waits do not sleep, since a state in which nobody runs leads nowhere.
 */
const domains: Record<KindName, (letters: Letters) => readonly Argument[]> = {
  process: (letters) => [...numbers(letters), ...oddly(letters, 0, -1)],
  group: (letters) => [...numbers(letters), ...oddly(letters, 0, -1, INT_MAX)],
  named: numbers,
  target: (letters) => [
    ...numbers(letters, true),
    ...(letters.odd ? numbers(letters) : []),
    ...oddly(letters, 0, -1, INT_MIN),
  ],
  selector: (letters) => [
    number(-1),
    ...(letters.odd ? [...numbers(letters), ...numbers(letters, true)] : []),
    ...oddly(letters, 0, INT_MIN),
  ],
  child: () => [number(0)],
  idtype: () => [constants("P_ALL")],
  options: ({ odd }) => [
    constants("WNOHANG"),
    ...(odd ? oddOptions.map((words) => constants(...words)) : []),
  ],
  waitid: () => [constants("WEXITED", "WNOHANG")],
  signal: (letters) => [
    ...letters.signals.map((signal) => constants(signal)),
    ...oddly(letters, 0, NO_SIGNAL),
  ],
  signame: ({ signals }) => signals.map((signal) => constants(signal)),
  action: () => ["default", "ignore", "catch"].map((action) => constants(action)),
  mask: () => [constants("SIG_BLOCK"), constants("SIG_UNBLOCK")],
  set: ({ signals }) => signals.map((signal) => ({ kind: "set", words: [signal], at })),
  tty: () => [terminal],
  slave: () => [terminal],
  terminal: () => [terminal],
  flags: () => [constants("O_RDWR")],
  request: () => [constants("TIOCSCTTY"), constants("TIOCNOTTY")],
  tostop: () => [constants("TOSTOP"), number(0)],
  text: () => [text("x")],
  keys: () => [text("^C"), text("^Z")],
  bytes: () => [number(1)],
  status: () => [number(0)],
  switch: () => [number(0), number(1)],
  uid: () => [number(1000)],
  missing: ({ odd }) => (odd ? [constants("missing")] : []),
  subreaper: () => [constants("PR_SET_CHILD_SUBREAPER")],
};

/** A number that no kernel gives to a signal. */
const NO_SIGNAL = 1000;

/** Waits that report more, and waits that no kernel knows. */
const oddOptions = [
  ["WNOHANG", "WUNTRACED", "WCONTINUED"],
  ["WNOHANG", "WEXITED"],
  ["WNOHANG", "0x1000"],
];

function oddly({ odd }: Letters, ...values: readonly number[]): Argument[] {
  return odd ? values.map(number) : [];
}

function numbers({ processes }: Letters, negated = false): Argument[] {
  return Array.from({ length: processes }, (_, i) => named(String(INIT_NUMBER + i), negated));
}

/** Calls that an exploration cannot try, with the reason. */
const excluded: ReadonlyMap<string, string> = new Map([
  ["pthread_create", "a thread's number would be one of the few that processes have"],
]);

/**
 * Every call that these letters make.
 *
 * @throws {RangeError} if there is no such call or signal, or it cannot be explored
 */
export function alphabetOf(letters: Letters): Call[] {
  return letters.calls.flatMap((name) => callsNamed(name, letters));
}

function callsNamed(name: string, letters: Letters): Call[] {
  const signature = signatures.get(name);
  const reason = excluded.get(name);
  if (!signature) throw new RangeError(`there is no call \`${name}\``);
  if (reason !== undefined) throw new RangeError(`\`${name}\` cannot be explored: ${reason}`);
  const required = signature.parameters.filter(({ optional }) => optional !== true);
  const all = signature.parameters.map(({ kind }) => domains[kind](letters));
  const lists = [...product(all.slice(0, required.length)), ...product(all)];
  const calls = lists.map((list) => ({ function: name, arguments: list, at }));
  const texts = new Set<string>();
  return calls.filter((call) => {
    const key = JSON.stringify(call.arguments);
    const isNew = !texts.has(key);
    texts.add(key);
    return isNew && conflictIn(call) === undefined;
  });
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
  return toSyscall(call, (name) => (name === "tty" ? 0 : Number(name)));
}
