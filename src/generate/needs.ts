import type { Argument, Item, Step, Trace } from "../trace/ast.js";
import { fieldKeys, UNUSED } from "../trace/index.js";

/** What a kernel must offer before a trace can run there: a word of `needs:` in its front matter. */
export type Need = "namespace" | "subreaper" | "threads" | "users" | "terminals";

/** Everything that a kernel can offer. */
export const allNeeds: ReadonlySet<Need> = new Set(
  (fieldKeys.get("needs")?.words ?? []) as readonly Need[],
);

const byCall: ReadonlyMap<string, Need> = new Map([
  ["prctl", "subreaper"],
  ["pthread_create", "threads"],
  ["setresuid", "users"],
  ["openpty", "terminals"],
]);

/** What the trace needs, in the order in which the language lists it. */
export function needsOf({ items }: Pick<Trace, "items">): Need[] {
  const needs = new Set(items.flatMap(needsOfItem));
  return [...allNeeds].filter((need) => needs.has(need));
}

function needsOfItem(item: Item): Need[] {
  if (item.kind === "directive") return ["namespace"];
  return item.kind === "step" ? needsOfStep(item) : [];
}

/** What one step needs. */
export function needsOfStep({ call }: Step): Need[] {
  const need = byCall.get(call.function);
  const [target, signal] = call.arguments;
  const isForeign =
    call.function === "kill" && isOfNobody(target) && !(isProbe(signal) && !isEverybody(target));
  return [...(need ? [need] : []), ...(isForeign ? (["namespace"] as const) : [])];
}

/** A number could be that of a process outside the trace. */
function isOfNobody(target: Argument | undefined): boolean {
  if (target?.kind === "number") return target.value !== 0;
  return target?.kind === "name" && target.name === UNUSED;
}

/** Whether there is anybody is told by a probe too, so it depends on who is there. */
function isEverybody(target: Argument | undefined): boolean {
  return target?.kind === "number" && target.value === -1;
}

function isProbe(signal: Argument | undefined): boolean {
  return signal?.kind === "number" && signal.value === 0;
}
