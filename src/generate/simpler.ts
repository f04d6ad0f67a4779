import type { Argument, Item, Step, Trace } from "../trace/ast.js";
import { bindingOf, INIT, OUTSIDE, UNUSED } from "../trace/index.js";
import { needsOf } from "./needs.js";
import { constants, nowhere, number } from "./written.js";

/**
 * Traces with less in them, those with much less first: without some of their steps, then without
 * one of their processes, then with one plainer argument or caller. What is left out takes along
 * all that is about it, so that each is a trace that `parse` accepts.
 */
export function* simpler(trace: Trace): IterableIterator<Trace> {
  const items = trace.items.filter((item) => item.kind !== "blank");
  for (let size = items.length >> 1; size >= 1; size >>= 1) {
    for (let start = items.length - size; start >= 0; start -= size) {
      const left = traceOf(trace, [...items.slice(0, start), ...items.slice(start + size)]);
      if (left.items.some(({ kind }) => kind === "step")) yield left;
    }
  }
  for (const item of items) {
    const name = item.kind === "step" ? bindingOf(item) : undefined;
    if (item.kind === "step" && item.call.function === "fork" && name !== undefined)
      yield traceOf(trace, items.filter((other) => other !== item).map(renamed(name, item.actor)));
  }
  for (const [index, item] of items.entries()) {
    if (item.kind !== "step") continue;
    for (const plainer of plainerThan(item)) yield traceOf(trace, items.with(index, plainer));
  }
}

/** The items, without those that are about somebody who is not made any more. */
function traceOf({ fields }: Trace, items: readonly Item[]): Trace {
  const left = withoutStrangers(items);
  const needs = needsOf({ items: left });
  const others = fields.filter(({ key }) => key !== "needs");
  if (needs.length === 0) return { fields: others, items: left };
  return { fields: [...others, { key: "needs", value: needs, at: nowhere }], items: left };
}

function withoutStrangers(items: readonly Item[]): Item[] {
  const known = new Set([INIT, OUTSIDE, UNUSED]);
  return items.filter((item) => {
    if (item.kind === "blank" || item.kind === "parallel") return false;
    const written = item.kind === "step" ? item.call.arguments : item.arguments;
    const mentioned = written.flatMap((argument) => nameIn(argument) ?? []);
    const actors = item.kind === "step" ? [item.actor] : [];
    if (![...mentioned, ...actors].every((name) => known.has(name))) return false;
    const bound = item.kind === "step" ? bindingOf(item) : undefined;
    if (bound !== undefined) known.add(bound);
    return true;
  });
}

/** Makes one process stand for another. */
function renamed(from: string, to: string): (item: Item) => Item {
  const argument = (written: Argument): Argument =>
    nameIn(written) === from ? ({ ...written, name: to } as Argument) : written;
  return (item) => {
    if (item.kind === "blank" || item.kind === "parallel") return item;
    if (item.kind === "directive") return { ...item, arguments: item.arguments.map(argument) };
    const call = { ...item.call, arguments: item.call.arguments.map(argument) };
    return { ...item, actor: item.actor === from ? to : item.actor, call };
  };
}

function nameIn(argument: Argument): string | undefined {
  return argument.kind === "name" || argument.kind === "master" ? argument.name : undefined;
}

/** The step by `init`, and with each of its arguments plainer. */
function* plainerThan(step: Step): IterableIterator<Step> {
  if (step.actor !== INIT) yield { ...step, actor: INIT };
  const { arguments: written } = step.call;
  for (const [index, argument] of written.entries()) {
    for (const plainer of plainerArguments(argument, step, index)) {
      yield { ...step, call: { ...step.call, arguments: written.with(index, plainer) } };
    }
  }
}

/** Arguments of the same kind that say less. */
function plainerArguments(argument: Argument, { call, actor }: Step, index: number): Argument[] {
  switch (argument.kind) {
    case "name":
      return argument.name === actor && !argument.negated && isOwnWhenZero(call.function, index)
        ? [number(0)]
        : [];
    case "number":
      return plainerNumber(argument.value, call.function, index);
    case "set":
      return argument.words.map((_, i) => ({
        ...argument,
        words: argument.words.filter((_other, k) => k !== i),
      }));
    case "constants":
      return plainerWords(argument.words, call.function, index);
    default:
      return [];
  }
}

/** 0 stands for the caller itself. */
function isOwnWhenZero(name: string, index: number): boolean {
  return ["setpgid", "getpgid", "getsid"].includes(name) && index < 2;
}

function plainerNumber(value: number, name: string, index: number): Argument[] {
  if (name === "_exit" && value !== 0) return [number(0)];
  return name === "waitpid" && index === 0 && value < -1 ? [number(-1)] : [];
}

/** Options without one of them, the flags of an action, and plainer signals. */
function plainerWords(words: readonly string[], name: string, index: number): Argument[] {
  const isOptions = name === "waitpid" || (name === "waitid" && index === 2);
  const first = isOptions ? 0 : 1;
  const fewer = words
    .map((_, i) => words.filter((_other, k) => k !== i))
    .filter((left) => left.length >= first);
  return words.length === 0 || (words.length === 1 && !isOptions)
    ? []
    : fewer.filter((left) => isOptions || left[0] === words[0]).map((left) => constants(...left));
}
