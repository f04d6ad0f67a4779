import fc from "fast-check";
import type { Argument } from "../../src/trace/ast.js";
import {
  INT_MAX,
  INT_MIN,
  type KindName,
  kinds,
  type Signature,
  signals,
} from "../../src/trace/index.js";
import { at, type Draw, drawName, drawSet, type Scope } from "./scope.js";

/** Whether a trace can make the call with the names that it has. */
export function isPossible(name: string, { terminals, left }: Scope): boolean {
  if (name === "openpty") return left > 0;
  return name !== "type" || terminals.length > 0;
}

/** The arguments of a call, each of its kind, and all of them together. */
export function drawArguments(
  draw: Draw,
  scope: Scope,
  { function: name, parameters }: Signature,
): Argument[] {
  const given = parameters.filter((parameter) => !parameter.optional || draw(fc.boolean()));
  const drawn = given.map((parameter) => drawArgument(draw, scope, parameter.kind));
  const [first, second] = drawn.map((argument) => ("words" in argument ? argument.words[0] : ""));
  const nought: Argument = { kind: "number", value: 0, at };
  if (name === "waitid" && first === "P_ALL") return drawn.with(1, nought);
  if (name !== "ioctl") return drawn;
  return second === "TIOCNOTTY" ? drawn.slice(0, 2) : [...drawn.slice(0, 2), nought];
}

function drawArgument(draw: Draw, scope: Scope, kind: KindName): Argument {
  const number = (value: number): Argument => ({ kind: "number", value, at });
  const constants = (...words: string[]): Argument => ({ kind: "constants", words, at });
  const id = (negative: boolean, foreign: string[]): Argument => {
    if (draw(fc.boolean())) return number(draw(fc.constantFrom(0, -1, -5, INT_MIN, INT_MAX)));
    const name = draw(fc.constantFrom(...scope.processes, ...scope.threads, "unused", ...foreign));
    return { kind: "name", name, negated: negative && draw(fc.boolean()), at };
  };
  switch (kind) {
    case "process":
    case "group":
      return id(false, ["outside"]);
    case "selector":
      return id(true, ["outside"]);
    case "target":
      return id(true, []);
    case "named":
      return { kind: "name", name: drawName(draw, scope), negated: false, at };
    case "child":
      return id(false, ["outside"]);
    case "options":
    case "waitid": {
      const known = kinds[kind].words.filter((option) => option.startsWith("W"));
      const words = draw(fc.shuffledSubarray(known));
      return words.length > 0 ? constants(...words) : number(draw(fc.constantFrom(0, 0x1000)));
    }
    case "idtype":
    case "mask":
    case "request":
    case "missing":
    case "subreaper":
    case "signame":
      return constants(draw(fc.constantFrom(...kinds[kind].words)));
    case "action": {
      if (draw(fc.boolean())) return constants("NULL");
      const flags = kinds.action.words.filter((flag) => flag.startsWith("SA_"));
      const action = draw(fc.constantFrom("default", "ignore", "catch"));
      return constants(action, ...draw(fc.shuffledSubarray(flags)));
    }
    case "set":
      return { kind: "set", words: drawSet(draw), at };
    case "terminal":
    case "slave":
    case "tty":
      return drawTerminal(draw, scope, kind);
    case "flags": {
      const mode = draw(fc.constantFrom("O_RDWR", "O_RDONLY", "O_WRONLY"));
      return draw(fc.boolean()) ? constants(mode) : constants(mode, "O_NOCTTY");
    }
    case "tostop":
      return draw(fc.boolean()) ? constants("TOSTOP") : number(0);
    case "text":
      return { kind: "text", text: draw(typed), at };
    case "keys":
      return { kind: "text", text: draw(keys), at };
    case "bytes":
      return number(draw(fc.integer({ min: 1, max: 255 })));
    case "uid":
      return number(draw(fc.constantFrom(-1, 0, 1000, INT_MAX)));
    case "signal":
      if (draw(fc.boolean())) return constants(draw(fc.constantFrom(...signals)));
      return number(draw(fc.constantFrom(0, -1, 129, 1000, INT_MAX)));
    case "status":
      return number(draw(fc.integer({ min: 0, max: 255 })));
    case "switch":
      return number(draw(fc.constantFrom(0, 1)));
  }
}

/** Printable characters, and a line end where one may be. */
const typed = fc
  .tuple(fc.stringMatching(/^[ -~]{1,20}$/), fc.constantFrom("", "\n"))
  .map(([text, end]) => text + end);
const keys = fc.oneof(
  fc.constantFrom("^C", "^\\", "^Z"),
  typed.map((text) => text.replaceAll("^", "~")),
);

function drawTerminal(
  draw: Draw,
  { terminals }: Scope,
  kind: "terminal" | "slave" | "tty",
): Argument {
  const devTty: Argument = { kind: "constants", words: ["/dev/tty"], at };
  if (terminals.length === 0 || (kind !== "terminal" && draw(fc.boolean()))) return devTty;
  const name = draw(fc.constantFrom(...terminals));
  if (kind === "tty" && draw(fc.boolean())) return { kind: "master", name, at };
  return { kind: "name", name, negated: false, at };
}
