import type { SyntaxNode, Tree } from "@lezer/common";
import type { LRParser } from "@lezer/lr";
import type { Directive, Item, Trace } from "./ast.js";
import { directives } from "./directives.js";
import { TraceError } from "./error.js";
import { parser } from "./grammar/parser.js";
import * as term from "./grammar/parser.terms.js";
import { kinds } from "./kinds.js";
import { checkText, MAX_STEPS, tooLong } from "./limits.js";
import { hint } from "./nearest.js";
import { readParallel, stepsInBlock } from "./read-block.js";
import { checkArguments, checkCount, isArgument, readArgument } from "./read-call.js";
import { readFields } from "./read-field.js";
import { readComment, readStep } from "./read-step.js";
import { children, Reading } from "./reading.js";
import { Source } from "./source.js";
import { readErrors } from "./syntax.js";

/** What a parser may be told. */
export interface ParseOptions {
  /** The profiles that overrides may name; any if left out. */
  readonly profiles?: readonly string[];
}

/**
 * The parser of the trace language alone, for editors: it gives a tree of any text, and a tree of
 * the lines that are right where others are wrong. What words mean only `parse` says.
 */
export const traceParser: LRParser = parser;

const strict = parser.configure({ strict: true });

/**
 * How much text after the first error is searched for more of them, in UTF-16 units: repairing is
 * slow.
 */
const repaired = 16_384;

/**
 * Reads a trace. A byte order mark at its start is no part of it.
 *
 * @param file the name of the file, for messages
 * @throws {TraceError} with everything that is wrong
 */
export function parse(text: string, file = "trace", { profiles }: ParseOptions = {}): Trace {
  checkText(text, file);
  const reading = new Reading(
    new Source(text.startsWith("\uFEFF") ? text.slice(1) : text, file),
    profiles,
  );
  const { tree, end } = parseTree(reading.source.text);
  const broken = readErrors(reading, tree, end);
  const nodes = children(tree.topNode);
  if (countSteps(nodes) > MAX_STEPS) throw tooLong(file);
  const isBroken = (node: SyntaxNode) => broken.has(node.from);
  const whole = nodes.filter((node) => isBlock(node) || !isBroken(node));
  const trace = readTrace(reading, whole, isBroken);
  // After a line that could not be read, a name that seems unbound tells nothing.
  if (broken.size === 0) finish(reading, nodes);
  const problems = reading.problems();
  if (problems.length > 0) throw new TraceError(problems);
  return trace;
}

/** The tree of a text; of a wrong one, the tree of its beginning, up to `end`. */
function parseTree(text: string): { tree: Tree; end: number } {
  const attempt = strict.startParse(text);
  try {
    for (;;) {
      const tree = attempt.advance();
      if (tree) return { tree, end: text.length };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = text.indexOf("\n", attempt.parsedPos + repaired);
    const end = line < 0 ? text.length : line + 1;
    return { tree: parser.parse(text.slice(0, end)), end };
  }
}

function isStep(node: SyntaxNode): boolean {
  return node.type.id === term.Step;
}

function isBlock(node: SyntaxNode): boolean {
  return node.type.id === term.Parallel;
}

function countSteps(nodes: readonly SyntaxNode[]): number {
  return nodes.filter(isStep).length + nodes.filter(isBlock).flatMap(stepsInBlock).length;
}

/** Whether a line cannot be read, which has been said already. */
type IsBroken = (line: SyntaxNode) => boolean;

function readTrace(reading: Reading, nodes: readonly SyntaxNode[], isBroken: IsBroken): Trace {
  const front = nodes.find((node) => node.type.id === term.FrontMatter);
  const fields = front ? readFields(reading, front) : [];
  const items = nodes
    .filter((node) => node !== front)
    .map((node) => readItem(reading, node, isBroken));
  return { fields, items };
}

function readItem(reading: Reading, node: SyntaxNode, isBroken: IsBroken): Item {
  switch (node.type.id) {
    case term.Step:
      return readStep(reading, node);
    case term.Parallel:
      return readParallel(reading, node, isBroken);
    case term.Directive:
      return readDirective(reading, node);
    default:
      return { kind: "blank", ...readComment(reading, node), at: reading.at(node) };
  }
}

function readDirective(reading: Reading, node: SyntaxNode): Directive {
  const word = node.getChild(term.DirectiveName);
  const name = word ? reading.text(word) : "";
  const parameters = directives.get(name);
  const nodes = children(node).filter(isArgument);
  const written = nodes.map((child) => readArgument(reading, child, kinds.named));
  if (!parameters)
    reading.problem(
      word ?? node,
      `there is no directive \`${name}\`${hint(name, directives.keys())}`,
    );
  else {
    const text = [`@ ${name}`, ...parameters.map((parameter) => parameter.name)].join(" ");
    checkCount(reading, node, text, parameters, written.length);
    checkArguments(reading, text, parameters, nodes, written);
  }
  return {
    kind: "directive",
    name,
    arguments: written,
    ...readComment(reading, node),
    at: reading.at(node),
  };
}

function finish(reading: Reading, nodes: readonly SyntaxNode[]): void {
  const empty = nodes.find((node) => isBlock(node) && stepsInBlock(node).length === 0);
  if (empty) reading.problem(empty, "a block has at least one step");
  else if (countSteps(nodes) === 0)
    reading.problem(0, "a trace has at least one step", "a step such as `init: fork() = shell`");
  reading.names.finish((offset) => reading.source.position(offset).line);
  for (const { offset, message } of reading.names.problems) reading.problem(offset, message);
}
