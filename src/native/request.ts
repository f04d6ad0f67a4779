import type { Directive, Step, Trace } from "../trace/ast.js";
import { bindingOf, sequential, toWords } from "../trace/index.js";

/**
 * What is numbered in a request: the steps and the directives of a trace, in order.
 *
 * @throws {RangeError} if the trace has a block
 */
export function numbered(trace: Trace): readonly (Step | Directive)[] {
  return sequential(trace).items.filter(
    (item) => item.kind === "step" || item.kind === "directive",
  );
}

/**
 * A trace as the agent takes it, one line for each step and directive.
 *
 * @param serial the number its replies carry
 * @param deadline milliseconds that the trace may take
 */
export function requestFor(trace: Trace, serial: number, deadline: number): string[] {
  const lines = numbered(trace).map((item, number) =>
    item.kind === "step" ? stepLine(item, number) : directiveLine(item, number),
  );
  return [`trace ${serial} ${deadline}`, ...lines, `end ${lines.length}`];
}

function stepLine(step: Step, number: number): string {
  const binding = bindingOf(step);
  const words = ["step", number, step.actor, step.call.function, ...toWords(step.call)];
  return [...words, ...(binding === undefined ? [] : [binding])].join(" ");
}

function directiveLine({ name, arguments: given }: Directive, number: number): string {
  const words = given.flatMap((argument) => (argument.kind === "name" ? [argument.name] : []));
  return [name, number, ...words].join(" ");
}
