import pc from "picocolors";
import type { CaseResult, Fuzzing, Report, Share } from "../diff/result.js";
import { counted, wrap } from "../layout.js";
import type { Style } from "./reporter.js";

/** How many names are listed of what was never reached. */
const named = 40;

/** How often generated traces came to a case, and whether it shows whenever its trace is run. */
export function howOften({ fuzzing }: Report, { name }: CaseResult, { color }: Style): string[] {
  const finding = fuzzing?.findings.find((one) => one.name === name);
  if (!finding || !fuzzing) return [];
  const { count, seen, looked } = finding;
  const steady = seen === looked ? "" : `; its trace shows it in ${seen} of ${looked} runs`;
  const text = `by ${counted(count, "trace")} of ${fuzzing.runs}${steady}`;
  return [`  ${pc.createColors(color).dim("found")}  ${text}`];
}

/** What was never reached, by name: what the next session could be about. */
export function unreached({ fuzzing }: Report, { color, width, quiet }: Style): string[] {
  if (!fuzzing || quiet) return [];
  const { silentRules, untold } = fuzzing.coverage;
  const paint = pc.createColors(color);
  return [
    ...list(paint.bold("Rules that never refused a call:"), silentRules, width),
    ...list(
      paint.bold("Kernels that differ in one thing, and would not have been noticed:"),
      // A rule that never spoke cannot be missed.
      untold.filter((name) => !silentRules.includes(name.replace(/^no /, ""))),
      width,
    ),
  ];
}

function list(head: string, names: readonly string[], width: number): string[] {
  if (names.length === 0) return [];
  const rest = names.length - named;
  const shown = names.slice(0, named).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  return [head, ...wrap(shown, width - 2).map((line) => `  ${line}`)];
}

/** What ran and what it reached, with a label for each line. */
export function fuzzingFacts(fuzzing: Fuzzing): [string, string][] {
  const { seed, runs, steps, stopped, corpus, coverage } = fuzzing;
  const { rules, ruledOut, situations } = coverage;
  const replayed = corpus.replayed > 0 ? `, ${corpus.replayed} of them from the corpus` : "";
  const end = stopped ? "; then it was stopped" : "";
  const added = corpus.added > 0 ? `; ${corpus.added} added to the corpus` : "";
  return [
    ["seed", String(seed)],
    ["ran", `${counted(runs, "trace")} with ${counted(steps, "step")}${replayed}${added}${end}`],
    [
      "reached",
      `${share(rules)} rules, ${situations} situations; ${share(ruledOut)} kernels that differ in one thing ruled out`,
    ],
  ];
}

function share({ reached, of }: Share): string {
  return `${reached} of ${of}`;
}
