import { parse, printStep, type Step, TraceError } from "retinue";
import { moments } from "./state.js";

/**
 * The step that a line is, or what is wrong with it. It may name whatever the trace has made, here
 * or later.
 */
export function stepFrom(line: string): Step | string {
  const before = moments.value.flatMap(({ step }) => (step ? [printStep(step)] : []));
  try {
    const { items } = parse(`${[...before, line].join("\n")}\n`);
    const last = items.at(-1);
    return last?.kind === "step" ? last : "A call is one line.";
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return error.problems[0]?.message ?? error.message;
  }
}
