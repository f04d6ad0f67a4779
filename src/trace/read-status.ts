import type { SyntaxNode } from "@lezer/common";
import type { Status } from "./ast.js";
import * as term from "./grammar/parser.terms.js";
import { kinds } from "./kinds.js";
import { readNumber } from "./read-call.js";
import type { Reading } from "./reading.js";
import { signalComplaint } from "./signals.js";

/**
 * A status in words, such as `[exited 3]` or `+++ killed by SIGTERM +++`.
 *
 * @param words how the two kinds are written
 */
export function readStatus(
  reading: Reading,
  node: SyntaxNode,
  [exited, killed]: readonly [string, string],
): Status {
  const word = node
    .getChildren(term.Name)
    .map((child) => reading.text(child))
    .join(" ");
  const number = node.getChild(term.Number);
  const constant = node.getChild(term.Constant);
  if (word === exited && number) return { kind: "exited", code: readCode(reading, number) };
  if (word === killed && constant) return { kind: "killed", signal: readSignal(reading, constant) };
  reading.problem(
    node,
    `\`${reading.text(node)}\` is not how a process ends`,
    `\`${exited} 0\` or \`${killed} SIGKILL\``,
  );
  return { kind: "exited", code: 0 };
}

function readCode(reading: Reading, node: SyntaxNode): number {
  const value = readNumber(reading, node);
  const complaint = kinds.status.complaint({ kind: "number", value, at: reading.at(node) });
  if (complaint !== undefined) reading.problem(node, complaint);
  return value;
}

function readSignal(reading: Reading, node: SyntaxNode): string {
  const text = reading.text(node);
  const complaint = signalComplaint(text);
  if (complaint !== undefined) reading.problem(node, complaint);
  return text;
}
