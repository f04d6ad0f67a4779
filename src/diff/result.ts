import type { ProcessRow } from "../world.js";

/** What became of one case. `known`: it diverged as the baseline says it does. `broken`: the harness could not finish it. */
export type CaseVerdict = "agreed" | "diverged" | "known" | "skipped" | "broken";

/** Whether everything that was observed is permitted by the standard. */
export type Conformance = "conforms" | "violates" | "unknown";

/** One outcome that was allowed at a step. */
export interface Allowed {
  /** As a trace states it: the answer, and below it the effects. */
  readonly text: readonly string[];
  /** The ids of the rules that refuse the call in this outcome; none if it is not refused. */
  readonly rules: readonly string[];
}

/** A process whose place after the step is not the one that was allowed. */
export interface RowDifference {
  readonly name: string;
  /** Absent if the process should not exist. */
  readonly expected?: ProcessRow;
  /** Absent if the process was not there. */
  readonly observed?: ProcessRow;
}

/** One step at which a kernel did what the profile does not allow. */
export interface Divergence {
  /** From 0, among the steps of the trace. */
  readonly index: number;
  /** From 1, in the trace's file. */
  readonly line: number;
  /** The steps since the divergence before it, or since the start, with what was observed of each. */
  readonly before: readonly string[];
  /** The call, without its result: `shell: setpgid(job, job)`. */
  readonly call: string;
  /** What was observed: the answer, and below it the effects. */
  readonly observed: readonly string[];
  readonly allowed: readonly Allowed[];
  /** What the standard permits here; empty if the oracle of the standard had lost the trace before. */
  readonly permitted: readonly Allowed[];
  /** The observation at this step breaks the standard. */
  readonly breaksStandard: boolean;
  readonly rows: readonly RowDifference[];
  /** Ids of the rules and questions that speak: those the profile refuses by, those an alternative answer would explain. */
  readonly speaks: readonly string[];
  /** The known profiles that allow what was observed, from the same state. */
  readonly answersLike: readonly string[];
  /** The order of the checks differs: both sides refuse, each by a rule that is broken. */
  readonly order: boolean;
  /** The oracle could not go on from what was observed, so the steps after this one were not compared. */
  readonly lost: boolean;
}

/** One trace, compared. */
export interface CaseResult {
  /** The path without folder `test/` and ending: `scenarios/setpgid/child-execed`. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly verdict: CaseVerdict;
  readonly conformance: Conformance;
  /** Ids of the rules and questions that diverged; of an agreed case, those its front matter names. */
  readonly rules: readonly string[];
  /** Why it was skipped, is known or broke; null otherwise. */
  readonly reason: string | null;
  readonly durationMs: number;
  readonly divergences: readonly Divergence[];
  /**
   * Where the standard is the profile: the rules and questions by which a case that agrees with it
   * still differs from the kernel that was expected here. Null if it does not differ.
   */
  readonly different: readonly string[] | null;
}

/** Where a comparison ran. */
export interface Target {
  /** `uname` of the kernel, as it says itself. */
  readonly kernel: string;
  readonly isolation: "namespace" | "subreaper";
  /** The command in front of the agent; null if there is none. */
  readonly via: string | null;
}

export interface Summary {
  readonly agreed: number;
  readonly diverged: number;
  readonly known: number;
  readonly skipped: number;
  readonly broken: number;
  /** Cases in which something breaks the standard, whatever their verdict. */
  readonly violations: number;
  readonly durationMs: number;
}

/** Everything a reporter needs. */
export interface Report {
  readonly schema: 1;
  readonly command: "check" | "diff";
  readonly profile: string;
  /** Where the profile was read; absent if it is one of those that are known. */
  readonly profileFile?: string;
  readonly target: Target;
  readonly summary: Summary;
  readonly cases: readonly CaseResult[];
}
