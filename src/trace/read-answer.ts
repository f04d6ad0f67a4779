import type { SyntaxNode } from "@lezer/common";
import type { Answer, Status } from "./ast.js";
import type { Signature } from "./calls.js";
import { errnos } from "./errnos.js";
import * as term from "./grammar/parser.terms.js";
import { kinds } from "./kinds.js";
import { hint } from "./nearest.js";
import { isMarker } from "./queries.js";
import { readNumber } from "./read-call.js";
import { children, type Reading } from "./reading.js";
import { signalComplaint, signals } from "./signals.js";

/** The call an answer belongs to; no signature if there is no such call. */
export interface Answered {
  readonly signature: Signature | undefined;
  /** Where the step starts; undefined where the answer is that of an earlier step's call, which binds nothing. */
  readonly step: number | undefined;
}

const answerNodes = new Set<number>([
  term.Value,
  term.Report,
  term.Refusal,
  term.Blocked,
  term.Gone,
  term.NotRun,
]);

/** Whether a node is an answer. */
export function isAnswer(node: SyntaxNode): boolean {
  return answerNodes.has(node.type.id);
}

/** The alternatives of an expectation. */
export function readAnswers(
  reading: Reading,
  node: SyntaxNode,
  answered: Answered,
): readonly Answer[] {
  const nodes = children(node).filter(isAnswer);
  const answers = nodes.map((child) => readAnswer(reading, child, answered));
  const [first] = answers;
  const equals = node.firstChild?.name === "=";
  if (first && isMarker(first) && equals)
    reading.problem(node, `\`${reading.text(nodes[0] ?? node)}\` stands without \`=\``);
  if (first && !isMarker(first) && !equals)
    reading.problem(node, "a result is written after `=`", "`=`");
  return answers;
}

/** One answer, with its checks. */
export function readAnswer(reading: Reading, node: SyntaxNode, answered: Answered): Answer {
  switch (node.type.id) {
    case term.Value:
      return readValue(reading, node, answered);
    case term.Report:
      return readReport(reading, node, answered);
    case term.Refusal:
      return readRefusal(reading, node);
    case term.Blocked:
      if (answered.signature && answered.signature.gives !== "report") {
        reading.problem(node, `${answered.signature.text} never sleeps`);
      }
      return { kind: "blocked" };
    case term.Gone:
      return { kind: "gone" };
    default:
      return { kind: "not-run" };
  }
}

function readValue(reading: Reading, node: SyntaxNode, answered: Answered): Answer {
  const text = reading.text(node);
  const word = node.firstChild;
  if (word?.type.id === term.Constant) {
    const wanted = errnos.includes(text)
      ? `a failed call is written \`-1 ${text}\``
      : `\`${text}\` is not a result`;
    reading.problem(node, wanted);
  } else if (word?.type.id === term.Number)
    checkNumber(reading, node, readNumber(reading, word), answered);
  else checkName(reading, node, answered);
  return { kind: "value", value: text };
}

function checkNumber(
  reading: Reading,
  node: SyntaxNode,
  value: number,
  { signature }: Answered,
): void {
  if (value === -1)
    reading.problem(node, "`-1` is followed by the name of the error", "such as `-1 EPERM`");
  else if (signature?.gives === "nothing")
    reading.problem(node, `${signature.text} does not return`, "`?`");
  else if (signature?.gives === "id") {
    const complaint = kinds.process.complaint({ kind: "number", value, at: reading.at(node) });
    if (complaint !== undefined) reading.problem(node, complaint);
  } else if (signature && value !== 0)
    reading.problem(node, `${signature.text} gives 0 if it succeeds`);
}

function checkName(reading: Reading, node: SyntaxNode, { signature, step }: Answered): void {
  const name = reading.text(node);
  switch (signature?.gives) {
    case "nothing":
      return reading.problem(node, `${signature.text} does not return`, "`?`");
    case "zero":
      return reading.problem(node, `${signature.text} gives 0 if it succeeds`);
    case "report":
      return reading.problem(
        node,
        `how \`${name}\` ended is missing`,
        `\`${name} [exited 0]\` or \`${name} [killed SIGKILL]\``,
      );
  }
  if (signature?.binds && step !== undefined)
    reading.names.bind(name, signature.binds, step, node.from);
  else reading.names.value(name, node.from);
}

function readReport(reading: Reading, node: SyntaxNode, { signature }: Answered): Answer {
  const [child, status] = children(node);
  const name = child ? reading.text(child) : "";
  if (signature && signature.gives !== "report")
    reading.problem(node, `${signature.text} reports no child`);
  reading.names.process(name, node.from);
  return {
    kind: "report",
    child: name,
    status: readStatus(reading, status ?? node, ["exited", "killed"]),
  };
}

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
  if (complaint !== undefined) reading.problem(node, `${complaint}${hint(text, signals)}`);
  return text;
}

function readRefusal(reading: Reading, node: SyntaxNode): Answer {
  const number = node.firstChild;
  const name = node.lastChild;
  const errno = name ? reading.text(name) : "";
  if (number && reading.text(number) !== "-1")
    reading.problem(number, "a failed call gives -1", "`-1`");
  if (name && !errnos.includes(errno))
    reading.problem(name, `\`${errno}\` is not an error${hint(errno, errnos)}`);
  return { kind: "error", errno };
}
