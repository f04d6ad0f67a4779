import { printStep, type Step } from "retinue";
import { index, moments, place, text } from "./state.js";

/**
 * Writes a step into the trace behind the one at hand, and makes it. What stood behind that is
 * dropped: it was about another history.
 */
export function append(step: Step): void {
  const next = moments.value[place.value + 1]?.step;
  const kept = next ? text.value.slice(0, startOfLine(text.value, next.at.offset)) : text.value;
  const after = place.value + 1;
  text.value = `${kept}${kept === "" || kept.endsWith("\n") ? "" : "\n"}${printStep(step)}\n`;
  index.value = after;
}

function startOfLine(whole: string, offset: number): number {
  return whole.lastIndexOf("\n", offset - 1) + 1;
}
