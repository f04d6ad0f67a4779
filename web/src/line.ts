import { computed } from "@preact/signals";
import { bindingOf, parse, printStep, type Step, TraceError } from "retinue";
import { moments } from "./state.js";

/** The steps of the trace that make something, as text: they bind every name that a line can use. */
const bindings = computed(() =>
  moments.value.flatMap(({ step }) =>
    step && bindingOf(step) !== undefined ? [printStep(step)] : [],
  ),
);

/**
 * The step that a line is, or what is wrong with it. It may name whatever the trace has made, here
 * or later.
 */
export function stepFrom(line: string): Step | string {
  try {
    const { items } = parse(`${[...bindings.value, line].join("\n")}\n`);
    const last = items.at(-1);
    return last?.kind === "step" ? last : "A call is one line.";
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return error.problems[0]?.message ?? error.message;
  }
}
