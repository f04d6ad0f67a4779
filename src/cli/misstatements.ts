import type { Profile } from "../model/catalog.js";
import { mismatches } from "../oracle/expect.js";
import type { Source } from "./traces.js";

/**
 * A line for each step of which a trace states something else than the model of the profile. A
 * comparison holds the kernel to the model, so its author would not learn of it otherwise.
 */
export function misstatements(sources: readonly Source[], profile: Profile): string[] {
  return sources.flatMap(({ file, trace }) =>
    mismatches(trace, profile).map(({ step, stated, possible }) => {
      const [states, gives] = [stated, possible].map((texts) => texts.map(inOneLine).join(" or "));
      const place = `${file}:${step.at.line}:${step.at.column}`;
      return `${place}: the trace states ${states}; the model of ${profile.name} gives ${gives}`;
    }),
  );
}

function inOneLine(text: string): string {
  return text.split("\n").join("; ");
}
