import {
  type Argument,
  type Call,
  INIT,
  type KindName,
  kinds,
  parse,
  signatures,
  stepsOf,
  TraceError,
} from "../trace/index.js";
import { argumentText } from "../trace/kind.js";
import {
  domains,
  INIT_NUMBER,
  type Letters,
  numbers,
  processName,
  terminalName,
} from "./domains.js";

// Calls as a trace writes them, in which `*` stands for every argument: `kill(*, SIGCONT)`.

/** What binds all names that a call can have. */
function binding({ processes }: Letters): string {
  const others = Array.from({ length: processes - 1 }, (_, i) => processName(INIT_NUMBER + 1 + i));
  const lines = [
    ...others.map((name) => `init: fork() = ${name}`),
    ...[0, 1].map((number) => `init: openpty() = ${terminalName(number)}`),
  ];
  return `${lines.join("\n")}\n`;
}

const separate = /(?:\((?:"(?:[^"\\]|\\.)*"|[^)"])*\)|[^,(])+/g;

/** What stands between commas, but for those between the arguments of a call. */
export function splitCalls(text: string): string[] {
  const parts = text.match(separate) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const form = /^\s*(?<name>\w+)\((?<words>.*)\)\s*$/;
const word = /(?:\{[^}]*\}|"(?:[^"\\]|\\.)*"|[^,{"])+/g;

/** A call, and what can stand at each of its places. */
export interface Alike {
  readonly call: Call;
  readonly lists: readonly (readonly Argument[])[];
}

/**
 * Reads `kill(*, SIGCONT)`, which stands for every call like it.
 *
 * @throws {RangeError} if it is none
 */
export function callsLike(pattern: string, letters: Letters): Alike {
  const { name = "", words = "" } = form.exec(pattern)?.groups ?? {};
  const parameters = signatures.get(name)?.parameters ?? [];
  const written = words.match(word)?.map((one) => one.trim()) ?? [];
  const lists = written.map((text, i) => {
    const kind = parameters[i]?.kind;
    return kind && every(text, kind, letters);
  });
  if (lists.some((list) => list?.length === 0))
    throw new RangeError(`\`${pattern}\`: \`*\` stands for nothing there`);
  const texts = written.map((text, i) => exampleOf(lists[i]?.[0], text));
  const call = readCall(`${name}(${texts.join(", ")})`, pattern, letters);
  return { call, lists: call.arguments.map((own, i) => lists[i] ?? [numbered(own)]) };
}

/** @throws {RangeError} if the text is not a call */
function readCall(text: string, pattern: string, letters: Letters): Call {
  try {
    const call = stepsOf(parse(`${binding(letters)}${INIT}: ${text}`)).at(-1)?.call;
    if (call) return call;
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    throw new RangeError(`\`${pattern}\`: ${error.problems[0]?.message}`);
  }
  throw new RangeError(`\`${pattern}\` is no call`);
}

/** What `*` stands for, and `-*`: every process, or group; undefined if the text is none of them. */
function every(text: string, kind: KindName, letters: Letters): readonly Argument[] | undefined {
  if (text !== "*" && text !== "-*") return undefined;
  if (kinds[kind].names === "process") return numbers(letters, text === "-*");
  return domains[kind](letters);
}

function exampleOf(argument: Argument | undefined, text: string): string {
  if (!argument) return text;
  return argument.kind === "name" && /\d/.test(argument.name[0] ?? "")
    ? `${argument.negated ? "-" : ""}${INIT}`
    : argumentText(argument);
}

/** The argument with the number of a process for its name. */
function numbered(argument: Argument): Argument {
  if (argument.kind !== "name") return argument;
  const process = argument.name === INIT ? 0 : Number(/^p(\d+)$/.exec(argument.name)?.[1] ?? -1);
  return process < 0 ? argument : { ...argument, name: String(INIT_NUMBER + process) };
}
