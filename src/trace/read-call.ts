import type { SyntaxNode } from "@lezer/common";
import type { Argument, Call } from "./ast.js";
import { kindOf, type Parameter, signatures } from "./calls.js";
import * as term from "./grammar/parser.terms.js";
import { INT_MAX, INT_MIN, type Kind, kinds } from "./kinds.js";
import { hint } from "./nearest.js";
import { children, type Reading } from "./reading.js";

/** The call of a step, with its checks. */
export function readCall(reading: Reading, node: SyntaxNode): Call {
  const [head, ...rest] = children(node);
  const name = head ? reading.text(head) : "";
  const signature = signatures.get(name);
  const nodes = rest.filter((child) => isArgument(child));
  const written = nodes.map((child, index) => readArgument(reading, child, kindOf(name, index)));
  if (signature) checkCount(reading, node, signature.text, signature.parameters, written.length);
  else reading.problem(node, `there is no call \`${name}\`${hint(name, signatures.keys())}`);
  if (signature) checkArguments(reading, signature.text, signature.parameters, nodes, written);
  return { function: name, arguments: written, at: reading.at(node) };
}

/** Whether a node is an argument of a call or of a directive. */
export function isArgument(node: SyntaxNode): boolean {
  return (
    node.type.id === term.Process || node.type.id === term.Number || node.type.id === term.Constants
  );
}

/** One argument. Where no name can stand, a bare word is a constant. */
export function readArgument(reading: Reading, node: SyntaxNode, kind: Kind | undefined): Argument {
  const at = reading.at(node);
  const text = reading.text(node);
  if (node.type.id === term.Number) return { kind: "number", value: readNumber(reading, node), at };
  if (node.type.id === term.Constants) return readConstants(reading, node);
  if (text.startsWith("-")) return { kind: "name", name: text.slice(1), negated: true, at };
  if (kind && !kind.names) return { kind: "constants", words: [text], at };
  return { kind: "name", name: text, negated: false, at };
}

function readConstants(reading: Reading, node: SyntaxNode): Argument {
  const at = reading.at(node);
  const words = node.getChildren(term.Constant).map((child) => reading.text(child));
  if (words.length === 1 && words[0] === "INT_MIN") return { kind: "number", value: INT_MIN, at };
  if (words.length === 1 && words[0] === "INT_MAX") return { kind: "number", value: INT_MAX, at };
  return { kind: "constants", words, at };
}

/** A number as it is written: decimal without needless zeros, or hexadecimal. */
export function readNumber(reading: Reading, node: SyntaxNode): number {
  const text = reading.text(node);
  if (/^(0|-?[1-9][0-9]*|0x[0-9a-fA-F]+)$/.test(text)) return Number(text);
  reading.problem(node, `\`${text}\` is not a number`);
  return 0;
}

/** Checks how many arguments there are. `text` is what the message calls the whole. */
export function checkCount(
  reading: Reading,
  node: SyntaxNode,
  text: string,
  parameters: readonly Parameter[],
  count: number,
): void {
  const least = parameters.filter((parameter) => !parameter.optional).length;
  if (count >= least && count <= parameters.length) return;
  const takes = `${parameters.length} argument${parameters.length === 1 ? "" : "s"}`;
  reading.problem(
    node,
    `${text} takes ${least < parameters.length ? "at most " : ""}${takes}, not ${count}`,
  );
}

/** Checks what stands as each parameter. `text` is what the message calls the whole. */
export function checkArguments(
  reading: Reading,
  text: string,
  parameters: readonly Parameter[],
  nodes: readonly SyntaxNode[],
  written: readonly Argument[],
): void {
  for (const [index, argument] of written.entries()) {
    const parameter = parameters[index];
    const node = nodes[index];
    if (!parameter || !node) return;
    const kind: Kind = kinds[parameter.kind];
    const complaint = kind.complaint(argument);
    if (complaint !== undefined) reading.problem(node, `${text}: ${complaint}`, kind.wants);
    else if (argument.kind === "name") reading.names.argument(argument.name, node.from);
  }
}
