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

/** A question that may be answered in several ways, and that one kernel answered in two. */
export interface Contradiction {
  readonly question: string;
  /** The step that showed the first answer, from 0. */
  readonly index: number;
  /** The call of that step, without its result. */
  readonly call: string;
  /** The name of that answer. */
  readonly earlier: string;
  /** The name of the answer that would explain the step that diverged. */
  readonly now: string;
}

/** One step at which a kernel did what the profile does not allow. */
export interface Divergence {
  /** From 0, among the steps of the trace in the order in which they were made. */
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
  /** Open questions that were answered otherwise at an earlier step. */
  readonly contradicts: readonly Contradiction[];
  /** The known profiles that allow what was observed, from the same state. */
  readonly answersLike: readonly string[];
  /** The order of the checks differs: both sides refuse, each by a rule that is broken. */
  readonly order: boolean;
  /** The oracle could not go on from what was observed, so the steps after this one were not compared. */
  readonly lost: boolean;
  /** Of a trace with blocks: the schedules under which it diverged like this. */
  readonly schedules?: readonly string[];
}

/** Under which schedules a trace with blocks was run. */
export interface ScheduleReport {
  /** How many it has under the profile. */
  readonly total: number;
  /** Those that were run: all, or one of each kind that the model tells apart. */
  readonly run: readonly string[];
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
   * Ids of the rules and questions by which what was observed breaks the standard; none if it does
   * not, or if no one thing explains it.
   */
  readonly breaks: readonly string[];
  /**
   * Where the standard is the profile: the rules and questions by which a case that agrees with it
   * still differs from the kernel that was expected here. Null if it does not differ.
   */
  readonly different: readonly string[] | null;
  /** Absent where a trace has no block. */
  readonly schedules?: ScheduleReport;
}

/** Where a comparison ran. */
export interface Target {
  /** `uname` of the kernel, as it says itself. */
  readonly kernel: string;
  /** `model`: no kernel at all, but the model of one. */
  readonly isolation: "namespace" | "subreaper" | "model";
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

/** The i-th of n parts of some work, done by processes that know nothing of each other. */
export interface ShardNumber {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Which part of the cases of a suite a process ran, where several share them. */
export interface SuiteShard extends ShardNumber {
  /** The cases of all shards together. */
  readonly total: number;
  /** The digest of all of them: the same for every shard of a run. */
  readonly suite: string;
  /** The place of each case of this report among all of them, from 0. */
  readonly places: readonly number[];
}

/**
 * Which part of the runs of a seed a process made, where several share them, and what is needed to
 * make one report of theirs. A place is that of a trace among all: first the corpus, then the runs.
 */
export interface RunShard extends ShardNumber {
  /** The first run of all shards. */
  readonly from: number;
  /** How many runs all shards make together; null if only the time or a signal ends them. */
  readonly runs: number | null;
  /** What all shards began with; the digest is null if there was no folder for a corpus. */
  readonly corpus: { readonly traces: number; readonly digest: string | null };
  /** What the kernel was found to offer, for it decides which traces are generated. */
  readonly offers: readonly string[];
  /** Everything that was reached, by its name, with the place of the first trace that reached it. */
  readonly reached: {
    readonly rules: Places;
    readonly situations: Places;
    /** Kernels that the observations rule out. */
    readonly ruledOut: Places;
  };
  /** Of each case: what makes it the same as one of another shard, and where it was found first. */
  readonly findings: readonly { readonly kind: string; readonly place: number }[];
}

export type Places = Readonly<Record<string, number>>;

/** Which part of a whole a report is, with what it takes to merge it. */
export type Shard = SuiteShard | RunShard;

/** So many of so many. */
export interface Share {
  readonly reached: number;
  readonly of: number;
}

/** What generated traces came to, beside the cases: those are what was found. */
export interface Fuzzing {
  readonly seed: number;
  /** The profile whose model stood in for a kernel; null if there was a kernel. */
  readonly against: string | null;
  /** Traces that were run and judged. */
  readonly runs: number;
  readonly steps: number;
  /** The time or a signal ended it before all runs were made. */
  readonly stopped: boolean;
  /** Traces of the corpus that were run first, and those that were added to it. */
  readonly corpus: { readonly replayed: number; readonly added: number };
  readonly coverage: {
    /** Rules of the profile that refused a call. */
    readonly rules: Share;
    /**
     * Kernels that lack one rule of the profile, or answer one question otherwise, and that the
     * observations rule out.
     */
    readonly ruledOut: Share;
    /** Different pairs of what a call gave, with its rule, and the situation of its caller. */
    readonly situations: number;
    /** Ids of the rules that never refused a call. */
    readonly silentRules: readonly string[];
    /** The kernels that are not ruled out: `no setsid.group-remains`, `kill.steal answered never`. */
    readonly untold: readonly string[];
  };
  readonly findings: readonly {
    /** Of the case. */
    readonly name: string;
    /** Runs that came to it. */
    readonly count: number;
    /** The first of them, from 0; null if it was a trace of the corpus. */
    readonly run: number | null;
    /** How often the trace was run to see whether it shows again, and how often it did. */
    readonly seen: number;
    readonly looked: number;
  }[];
}

/** Everything a reporter needs. */
export interface Report {
  readonly schema: 1;
  readonly command: "check" | "diff" | "fuzz";
  readonly profile: string;
  /** Where the profile was read; absent if it is one of those that are known. */
  readonly profileFile?: string;
  readonly target: Target;
  /** Absent if all cases are here. */
  readonly shard?: Shard;
  /** Of `fuzz`: of the runs. */
  readonly summary: Summary;
  readonly cases: readonly CaseResult[];
  /** Only of `fuzz`. */
  readonly fuzzing?: Fuzzing;
}
