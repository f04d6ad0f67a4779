import { BOOT_PIDS } from "../model/machine.js";
import { type Argument, INIT, INT_MAX, INT_MIN, type KindName } from "../trace/index.js";

// What the calls of an exploration are made of. In them a process goes by its number, written as a
// name: `2` is init.

/** The number of `init`; those of the other processes follow. */
export const INIT_NUMBER: number = BOOT_PIDS.init;

/** The names that the processes and terminals of an exploration have in a trace, in order. */
export const processName = (number: number) =>
  number === INIT_NUMBER ? INIT : `p${number - INIT_NUMBER}`;
export const terminalName = (number: number) => (number === 0 ? "tty" : `tty${number + 1}`);

/** What the calls of an alphabet are made of. */
export interface Letters {
  /** Names of calls, or calls as a trace writes them: in those `*` stands for every argument. */
  readonly calls: readonly string[];
  /** What is sent, blocked and set actions for. */
  readonly signals: readonly string[];
  /** How many processes there can be. */
  readonly processes: number;
  /** Also arguments that no program means, such as negative numbers and options that do not exist. */
  readonly odd: boolean;
}

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
export const domains: Record<KindName, (letters: Letters) => readonly Argument[]> = {
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

/** Every process, or the group that it could lead. */
export function numbers({ processes }: Letters, negated = false): Argument[] {
  return Array.from({ length: processes }, (_, i) => named(String(INIT_NUMBER + i), negated));
}
