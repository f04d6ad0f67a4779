import type { CaseResult, Fuzzing, Report } from "../diff/result.js";

/**
 * One line that runs the case again, on the same kernel and held to the same profile; of a trace
 * with blocks, under the first schedule that diverged.
 */
export function replayLine(report: Report, { file, name, divergences }: CaseResult): string {
  const { profile, profileFile = profile, target, fuzzing } = report;
  const against = fuzzing?.against ?? null;
  if (fuzzing && against !== null) {
    const kernels = ["--against", quoted(against), "--profile", quoted(profileFile)];
    return ["npx retinue fuzz", ...kernels, ...runOf(name, fuzzing)].join(" ");
  }
  const schedule = divergences[0]?.schedules?.[0];
  const via = target.via === null ? [] : ["--via", quoted(target.via)];
  const words = ["npx retinue check", quoted(file), "--profile", quoted(profileFile)];
  const order = schedule === undefined ? [] : ["--schedule", quoted(schedule)];
  return [...words, ...order, "--isolation", target.isolation, ...via].join(" ");
}

/** A model is no kernel that `check` could reach: the run that found the case is made again. */
function runOf(name: string, { seed, findings }: Fuzzing): string[] {
  const run = findings.find((finding) => finding.name === name)?.run ?? 0;
  return [`--seed ${seed}`, `--from ${run}`, "--runs 1"];
}

/** The text as one word of a shell. */
function quoted(text: string): string {
  return /^[\w./@:=+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
