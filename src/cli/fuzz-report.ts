import { caseName } from "../diff/compare.js";
import type { CaseResult, Fuzzing, Report, RunShard, Target } from "../diff/result.js";
import type { Counted, Tally } from "../fuzz/fuzz.js";
import type { Profile } from "../model/catalog.js";

/** What a report of a session is made of. */
interface Parts {
  readonly tally: Tally;
  readonly profile: Profile;
  readonly target: Target;
  readonly seed: number;
  readonly against: string | null;
  readonly corpus: Fuzzing["corpus"];
  /** Absent if all runs are made here. */
  readonly shard?: Omit<RunShard, "reached" | "findings"> | undefined;
  readonly durationMs: number;
  /** Where the trace of a finding is. */
  readonly fileOf: (counted: Counted) => string;
}

/** The report of a session: its cases are what was found, and its summary counts the runs. */
export function fuzzReport(parts: Parts): Report {
  const { tally, profile, target, shard, durationMs, fileOf } = parts;
  const cases = tally.findings.map((counted) => caseOf(counted, fileOf(counted)));
  return {
    schema: 1,
    command: "fuzz",
    profile: profile.name,
    target,
    ...(shard && { shard: shardOf(shard, tally) }),
    summary: {
      agreed: tally.agreed,
      diverged: tally.diverged,
      known: 0,
      skipped: tally.skipped,
      broken: tally.broken,
      violations: cases.filter(({ conformance }) => conformance === "violates").length,
      durationMs,
    },
    cases,
    fuzzing: fuzzingOf(parts),
  };
}

function shardOf(shard: NonNullable<Parts["shard"]>, { coverage, findings }: Tally): RunShard {
  return {
    ...shard,
    reached: coverage.firsts,
    findings: findings.map(({ finding: { kind }, place }) => ({ kind, place })),
  };
}

function caseOf({ finding: { result } }: Counted, file: string): CaseResult {
  return { ...result, file, name: caseName(file) };
}

function fuzzingOf({ tally, seed, against, corpus, fileOf }: Parts): Fuzzing {
  const { reached, silentRules, untold } = tally.coverage;
  return {
    seed,
    against,
    runs: tally.runs,
    steps: tally.steps,
    stopped: tally.stopped,
    corpus,
    coverage: {
      rules: { reached: reached.rules, of: reached.rulesInAll },
      ruledOut: { reached: reached.ruledOut, of: reached.suspects },
      situations: reached.situations,
      silentRules,
      untold,
    },
    findings: tally.findings.map((counted) => ({
      name: caseName(fileOf(counted)),
      count: counted.count,
      run: counted.finding.run,
      seen: counted.finding.seen,
      looked: counted.finding.runs,
    })),
  };
}
