import type { CaseResult, Report } from "../diff/result.js";

/**
 * One line that runs the case again, on the same kernel and held to the same profile; of a trace
 * with blocks, under the first schedule that diverged.
 */
export function replayLine({ profile, target }: Report, { file, divergences }: CaseResult): string {
  const schedule = divergences[0]?.schedules?.[0];

  const via = target.via === null ? [] : ["--via", quoted(target.via)];
  const words = ["npx retinue check", quoted(file), "--profile", profile];
  const order = schedule === undefined ? [] : ["--schedule", quoted(schedule)];
  return [...words, ...order, "--isolation", target.isolation, ...via].join(" ");
}

/** The text as one word of a shell. */
function quoted(text: string): string {
  return /^[\w./@:=+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
