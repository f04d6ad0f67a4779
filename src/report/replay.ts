import type { CaseResult, Report } from "../diff/result.js";

/** One line that runs the case again, on the same kernel and held to the same profile. */
export function replayLine({ profile, profileFile, target }: Report, { file }: CaseResult): string {
  const via = target.via === null ? [] : ["--via", quoted(target.via)];
  const words = ["npx retinue check", quoted(file), "--profile", quoted(profileFile ?? profile)];
  return [...words, "--isolation", target.isolation, ...via].join(" ");
}

/** The text as one word of a shell. */
function quoted(text: string): string {
  return /^[\w./@:=+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
