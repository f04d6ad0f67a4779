import type { CaseResult, Fuzzing, Report } from "../diff/result.js";

/**
 * One line that runs the case again, on the same kernel and held to the same profile; of a trace
 * with blocks, under the first schedule that diverged.
 */
export function replayLine(report: Report, { file, name, divergences }: CaseResult): string {
  const { profile, profileFile = profile, target, fuzzing } = report;
  if (fuzzing && fuzzing.against !== null) return fuzzLine(profile, fuzzing, name);
  const schedule = divergences[0]?.schedules?.[0];
  const via = target.via === null ? [] : ["--via", quoted(target.via)];
  const words = ["npx retinue check", quoted(file), "--profile", quoted(profileFile)];
  const order = schedule === undefined ? [] : ["--schedule", quoted(schedule)];
  return [...words, ...order, "--isolation", target.isolation, ...via].join(" ");
}

/** A model is no kernel that `check` could reach: the run that found the case is made again. */
function fuzzLine(profile: string, { seed, against, findings }: Fuzzing, name: string): string {
  const run = findings.find((finding) => finding.name === name)?.run ?? 0;
  const words = ["npx retinue fuzz --against", against, "--profile", profile];
  return [...words, "--seed", seed, "--from", run, "--runs 1"].join(" ");
}

/** The text as one word of a shell. */
function quoted(text: string): string {
  return /^[\w./@:=+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
