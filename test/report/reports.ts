import { compareTrace, summarise } from "../../src/diff/compare.js";
import type { CaseResult, Report } from "../../src/diff/result.js";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import { parse } from "../../src/trace/index.js";

/** The profile of that name; a test that names a wrong one fails. */
export function profile(name: string): Profile {
  const found = profileNamed(name);
  if (!found) throw new Error(`no profile ${name}`);
  return found;
}

/** A leader that moves where it may not. */
export const leaderJoins = `---
title: a session leader stays where it is
rules: [setpgid.session-leader]
---
init: fork() = leader
leader: setsid() = leader
leader: fork() = job
job: setpgid(0, 0) = 0
leader: setpgid(0, job) = -1 EPERM
leader: getpgrp() = leader
`;

/** A trace as one kernel answers it, held to another. */
export function compared(text: string, file: string, kernel: string, held: string): CaseResult {
  const trace = parse(text, file);
  const transcript = new ModelWorld(profile(kernel)).runNow(trace);
  return { ...compareTrace(trace, file, transcript, profile(held)), durationMs: 12 };
}

/** A case of which nothing is known but its verdict. */
export function plainCase(
  name: string,
  verdict: CaseResult["verdict"],
  reason: string | null,
): CaseResult {
  return {
    name,
    file: `test/${name}.trace`,
    title: "",
    verdict,
    different: null,
    conformance: verdict === "agreed" ? "conforms" : "unknown",
    rules: [],
    reason,
    durationMs: 3,
    divergences: [],
    breaks: [],
  };
}

/** A report on these cases. */
export function reportOn(cases: readonly CaseResult[], held = "linux"): Report {
  return {
    schema: 1,
    command: "check",
    profile: held,
    target: { kernel: "Linux 4.4.0 x86_64", isolation: "subreaper", via: "runsc do" },
    summary: summarise(cases, 1234),
    cases,
  };
}

/** One case of each verdict. */
export function everyVerdict(): Report {
  const diverged = compared(leaderJoins, "test/scenarios/setpgid/leader.trace", "gvisor", "linux");
  return reportOn([
    plainCase("scenarios/fork/ids", "agreed", null),
    diverged,
    { ...diverged, name: "museum/leader", verdict: "known", reason: "the baseline says so" },
    plainCase("scenarios/kill/all", "skipped", "needs a PID namespace, and there is none here"),
    plainCase("scenarios/kill/other", "skipped", "needs a PID namespace, and there is none here"),
    plainCase("scenarios/wait/odd", "broken", 'it did not settle: <#1> & "more"'),
  ]);
}
