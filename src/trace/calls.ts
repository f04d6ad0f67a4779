import type { Syscall } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Call } from "./ast.js";
import {
  type Conflict,
  type Definition,
  type Exception,
  type Gives,
  given,
  type NumberOf,
  type Parameter,
} from "./definition.js";
import { argumentText, argumentWord, type Kind, wordsOf } from "./kind.js";
import { kinds } from "./kinds.js";
import type { Standing } from "./names.js";
import { processCalls } from "./process-calls.js";
import { signalCalls } from "./signal-calls.js";
import { terminalCalls } from "./terminal-calls.js";

/**
 * Every call a trace can make. This table is all that the checks, the worlds and the editor know
 * about them.
 */
const definitions = { ...processCalls, ...signalCalls, ...terminalCalls };

const table: ReadonlyMap<string, Definition> = new Map<string, Definition>(
  Object.entries(definitions),
);

/** What is known about one call. */
export interface Signature {
  readonly function: string;
  readonly parameters: readonly Parameter[];
  readonly gives: Gives;
  readonly unless?: Exception;
  /** Whether the process can sleep in it, or be stopped before it has returned. */
  readonly sleeps: boolean;
  readonly binds?: Standing;
  /** As a message or an editor shows it: `setpgid(pid, pgid)`. */
  readonly text: string;
}

/** Every call, for checks, completion and documentation. */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  [...table].map(([name, definition]) => [name, signature(name, definition)]),
);

function signature(name: string, definition: Definition): Signature {
  const { parameters, gives, unless, sleeps, binds } = definition;
  const texts = parameters.map((parameter) =>
    parameter.optional ? `[${parameter.name}]` : parameter.name,
  );
  return {
    function: name,
    parameters,
    gives,
    ...(unless && { unless }),
    sleeps: sleeps === true,
    ...(binds && { binds }),
    text: `${name}(${texts.join(", ")})`,
  };
}

/** What is known about a call with these arguments; undefined if there is no such call. */
export function signatureOf(call: Call): Signature | undefined {
  const known = signatures.get(call.function);
  const last = call.arguments.at(-1);
  if (!known?.unless || !last || wordsOf(last)[0] !== known.unless.word) return known;
  return { ...known, gives: known.unless.gives };
}

/** The kind of a call's parameter; undefined if there is no such call or parameter. */
export function kindOf(name: string, index: number): Kind | undefined {
  const parameter = table.get(name)?.parameters[index];
  return parameter && kinds[parameter.kind];
}

/** What is wrong with the arguments of a call that are right one by one; undefined if nothing is. */
export function conflictIn(call: Call): Conflict | undefined {
  return table.get(call.function)?.conflict?.(given(call.arguments, () => 1));
}

/**
 * The call in the form of the component's interface.
 *
 * @param call a call of a trace that `parse` accepted
 * @param numberOf the numbers of the names in it
 * @throws {Error} if there is no such call
 */
export function toSyscall(call: Call, numberOf: NumberOf): Syscall {
  const definition = table.get(call.function);
  if (!definition) throw new Error(`there is no call ${call.function}`);
  return definition.syscall(given(call.arguments, numberOf));
}

/** The canonical texts of the arguments. */
export function toTexts(call: Call): readonly string[] {
  return call.arguments.map((argument, index) =>
    argumentText(argument, kindOf(call.function, index)),
  );
}

/** The arguments as an agent takes them: the canonical texts, without white space in any of them. */
export function toWords(call: Call): readonly string[] {
  return call.arguments.map((argument, index) =>
    argumentWord(argument, kindOf(call.function, index)),
  );
}
