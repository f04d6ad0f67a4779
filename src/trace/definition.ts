import type { Descriptor, Syscall } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Argument } from "./ast.js";
import type { KindName } from "./kinds.js";
import type { Standing } from "./names.js";

/** One parameter of a call. */
export interface Parameter {
  readonly name: string;
  readonly kind: KindName;
  /** Whether it may be left out. Only the last one may. */
  readonly optional?: boolean;
}

/** The number of a name: of a process, thread or terminal, of `unused` or of `outside`. */
export type NumberOf = (name: string) => number;

/**
 * What a call that succeeds returns. `zero`: nothing but success. `foreground`: an ID, or what
 * stands for none. `report`: a child and what became of it. `siginfo`: that, or memory as it was. `failure`: it only returns when it fails. `nothing`:
 * it does not return.
 */
export type Gives =
  | "zero"
  | "id"
  | "foreground"
  | "count"
  | "report"
  | "siginfo"
  | "set"
  | "disposition"
  | "failure"
  | "nothing";

/** An argument that does not go with the others, by its place. */
export interface Conflict {
  readonly index: number;
  readonly message: string;
}

/** What a call gives instead if its last argument is this word. */
export interface Exception {
  readonly word: string;
  readonly gives: Gives;
}

/** Everything that is known about one call. */
export interface Definition {
  readonly parameters: readonly Parameter[];
  readonly gives: Gives;
  readonly unless?: Exception;
  /** Whether the process can sleep in it, or be stopped before it has returned. */
  readonly sleeps?: boolean;
  /** What `= name` binds `name` to. Without it, `name` must be bound already. */
  readonly binds?: Standing;
  /** What is wrong with arguments that are right one by one. */
  readonly conflict?: (given: Given) => Conflict | undefined;
  /** The call as the component takes it. */
  syscall(given: Given): Syscall;
}

/** The arguments of a call that was checked. */
export interface Given {
  /** The number that an argument stands for. */
  id(index: number): number;
  number(index: number): number;
  words(index: number): readonly string[];
  text(index: number): string;
  descriptor(index: number): Descriptor;
  has(index: number): boolean;
}

/** The arguments with the numbers of the names in them. */
export function given(written: readonly Argument[], numberOf: NumberOf): Given {
  const at = (index: number) => written[index];
  return {
    id(index) {
      const argument = at(index);
      if (argument?.kind !== "name") return this.number(index);
      return argument.negated ? -numberOf(argument.name) : numberOf(argument.name);
    },
    number(index) {
      const argument = at(index);
      return argument?.kind === "number" ? argument.value : 0;
    },
    words(index) {
      const argument = at(index);
      return argument?.kind === "constants" || argument?.kind === "set" ? argument.words : [];
    },
    text(index) {
      const argument = at(index);
      return argument?.kind === "text" ? argument.text : "";
    },
    descriptor(index) {
      const argument = at(index);
      if (argument?.kind === "name") return { tag: "slave", val: numberOf(argument.name) };
      if (argument?.kind === "master") return { tag: "master", val: numberOf(argument.name) };
      return { tag: "dev-tty" };
    },
    has: (index) => at(index) !== undefined,
  };
}

/** The flags of the component's interface that words stand for. */
export function flagsOf<Flag extends string>(
  words: readonly string[],
  flags: ReadonlyMap<string, Flag>,
): Partial<Record<Flag, boolean>> {
  const chosen = words.flatMap((word) => flags.get(word) ?? []);
  return Object.fromEntries(chosen.map((flag) => [flag, true])) as Partial<Record<Flag, boolean>>;
}
