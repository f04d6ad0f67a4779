import type {
  Signal,
  SignalArgument,
  Syscall,
  WaitOptions,
} from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Argument, Call } from "./ast.js";
import {
  argumentText,
  type Kind,
  type KindName,
  kinds,
  UNDEFINED_OPTION,
  waitOptions,
} from "./kinds.js";

/** One parameter of a call. */
export interface Parameter {
  readonly name: string;
  readonly kind: KindName;
  /** Whether it may be left out. Only the last one may. */
  readonly optional?: boolean;
}

/** The number of a name: of a process or thread of the trace, of `unused` or of `outside`. */
export type PidOf = (name: string) => number;

/**
 * What a call that succeeds returns: nothing but success, an ID, the report of a child, or it does
 * not return.
 */
export type Gives = "zero" | "id" | "report" | "nothing";

interface Definition {
  readonly parameters: readonly Parameter[];
  readonly gives: Gives;
  /** What `= name` binds `name` to. Without it, `name` must be bound already. */
  readonly binds?: "process" | "thread";
  /** The call as the component takes it; `id` gives the number an argument stands for. */
  syscall(given: Given): Syscall;
}

/** The arguments of a call that was checked. */
interface Given {
  id(index: number): number;
  number(index: number): number;
  words(index: number): readonly string[];
  has(index: number): boolean;
}

/**
 * Every call a trace can make. This table is all that the checks, the worlds and the editor know
 * about them.
 */
const definitions = {
  fork: { parameters: [], gives: "id", binds: "process", syscall: () => ({ tag: "fork" }) },
  execve: {
    parameters: [{ name: "path", kind: "missing", optional: true }],
    gives: "zero",
    syscall: (given) => ({ tag: "execve", val: given.has(0) ? "missing" : "present" }),
  },
  _exit: {
    parameters: [{ name: "status", kind: "status" }],
    gives: "nothing",
    syscall: (given) => ({ tag: "exit", val: given.number(0) }),
  },
  wait: { parameters: [], gives: "report", syscall: () => ({ tag: "wait" }) },
  waitpid: {
    parameters: [
      { name: "pid", kind: "selector" },
      { name: "options", kind: "options" },
    ],
    gives: "report",
    syscall: (given) => ({
      tag: "waitpid",
      val: { selector: given.id(0), options: chosenOptions(given, 1) },
    }),
  },
  getpid: { parameters: [], gives: "id", syscall: () => ({ tag: "getpid" }) },
  getppid: { parameters: [], gives: "id", syscall: () => ({ tag: "getppid" }) },
  getpgrp: { parameters: [], gives: "id", syscall: () => ({ tag: "getpgrp" }) },
  getpgid: {
    parameters: [{ name: "pid", kind: "process" }],
    gives: "id",
    syscall: (given) => ({ tag: "getpgid", val: given.id(0) }),
  },
  getsid: {
    parameters: [{ name: "pid", kind: "process" }],
    gives: "id",
    syscall: (given) => ({ tag: "getsid", val: given.id(0) }),
  },
  setpgid: {
    parameters: [
      { name: "pid", kind: "process" },
      { name: "pgid", kind: "group" },
    ],
    gives: "zero",
    syscall: (given) => ({ tag: "setpgid", val: { process: given.id(0), group: given.id(1) } }),
  },
  setsid: { parameters: [], gives: "id", syscall: () => ({ tag: "setsid" }) },
  kill: {
    parameters: [
      { name: "pid", kind: "target" },
      { name: "sig", kind: "signal" },
    ],
    gives: "zero",
    syscall: (given) => ({
      tag: "kill",
      val: { target: given.id(0), signal: signalArgument(given, 1) },
    }),
  },
  prctl: {
    parameters: [
      { name: "option", kind: "subreaper" },
      { name: "on", kind: "switch" },
    ],
    gives: "zero",
    syscall: (given) => ({ tag: "set-child-subreaper", val: given.number(1) === 1 }),
  },
  pthread_create: {
    parameters: [],
    gives: "id",
    binds: "thread",
    syscall: () => ({ tag: "pthread-create" }),
  },
} satisfies Record<string, Definition>;

function chosenOptions(given: Given, index: number): WaitOptions {
  const words = given.words(index);
  if (words.length === 0) return given.number(index) === UNDEFINED_OPTION ? { unknown: true } : {};
  return Object.fromEntries(words.map((word) => [waitOptions.get(word), true]));
}

function signalArgument(given: Given, index: number): SignalArgument {
  const [word] = given.words(index);
  if (word !== undefined) return { tag: "named", val: word.toLowerCase() as Signal };
  const value = given.number(index);
  return value === 0 ? { tag: "probe" } : { tag: "invalid", val: value };
}

/** What is known about one call. */
export interface Signature {
  readonly function: string;
  readonly parameters: readonly Parameter[];
  readonly gives: Gives;
  readonly binds?: "process" | "thread";
  /** As a message or an editor shows it: `setpgid(pid, pgid)`. */
  readonly text: string;
}

const table: ReadonlyMap<string, Definition> = new Map<string, Definition>(
  Object.entries(definitions),
);

/** Every call, for checks, completion and documentation. */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  [...table].map(([name, definition]) => [name, signature(name, definition)]),
);

function signature(name: string, { parameters, gives, binds }: Definition): Signature {
  const texts = parameters.map((parameter) =>
    parameter.optional ? `[${parameter.name}]` : parameter.name,
  );
  return {
    function: name,
    parameters,
    gives,
    ...(binds && { binds }),
    text: `${name}(${texts.join(", ")})`,
  };
}

/** The kind of a call's parameter; undefined if there is no such call or parameter. */
export function kindOf(name: string, index: number): Kind | undefined {
  const parameter = table.get(name)?.parameters[index];
  return parameter && kinds[parameter.kind];
}

/**
 * The call in the form of the component's interface.
 *
 * @param call a call of a trace that `parse` accepted
 * @param pidOf the numbers of the names in it
 * @throws {Error} if there is no such call
 */
export function toSyscall(call: Call, pidOf: PidOf): Syscall {
  const definition = table.get(call.function);
  if (!definition) throw new Error(`there is no call ${call.function}`);
  return definition.syscall(given(call.arguments, pidOf));
}

function given(written: readonly Argument[], pidOf: PidOf): Given {
  const at = (index: number) => written[index];
  return {
    id(index) {
      const argument = at(index);
      if (argument?.kind === "name")
        return argument.negated ? -pidOf(argument.name) : pidOf(argument.name);
      return this.number(index);
    },
    number(index) {
      const argument = at(index);
      return argument?.kind === "number" ? argument.value : 0;
    },
    words(index) {
      const argument = at(index);
      return argument?.kind === "constants" ? argument.words : [];
    },
    has: (index) => at(index) !== undefined,
  };
}

/** The canonical texts of the arguments, without white space in any of them. */
export function toWords(call: Call): readonly string[] {
  return call.arguments.map((argument, index) =>
    argumentText(argument, kindOf(call.function, index)),
  );
}
