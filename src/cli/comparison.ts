import { compareTrace, summarise, withDifference } from "../diff/compare.js";
import type { CaseResult, Report, Shard, Target } from "../diff/result.js";
import { mergedResult, type Run, type Runs, runsOf } from "../explore/runs.js";
import type { Profile } from "../model/catalog.js";
import type { Schedule } from "../trace/index.js";
import type { Transcript, World } from "../world.js";
import { type Baseline, heldTo } from "./baseline.js";
import { status } from "./failure.js";
import type { Source } from "./traces.js";

/** Who wants to know what happens while it happens. */
export interface Watcher {
  /** A trace is about to run. */
  starts?(source: Source, index: number): void;
  /** A trace has been run, in one order if it has several. */
  ran?(source: Source, run: Run, transcript: Transcript): void;
  /** A trace has been run in every order, and compared. */
  ended?(source: Source, result: CaseResult): void;
}

/** What is compared with what. */
export interface Comparison {
  readonly command: Report["command"];
  readonly sources: readonly Source[];
  /** The one order in which the blocks of a trace are to go. */
  readonly schedule?: Schedule | undefined;
  readonly world: World;
  readonly target: Target;
  readonly profile: Profile;
  /** The kernel that is expected here, where the profile is the standard. */
  readonly expected?: Profile | undefined;
  readonly baseline?: Baseline | undefined;
  /** The part of a larger whole that the sources are. */
  readonly shard?: Shard | undefined;
}

/** One run of a trace, among those of all. */
interface Job {
  readonly source: Source;
  readonly index: number;
  readonly run: Run;
  readonly runs: Runs;
}

/** What a world showed. */
interface Shown {
  readonly transcript: Transcript;
  /** In milliseconds. */
  readonly took: number;
}

async function shown(world: World, { run }: Job): Promise<Shown> {
  const began = performance.now();
  const transcript = await world.run(run.trace);
  return { transcript, took: performance.now() - began };
}

function jobsOf({ sources, profile, schedule }: Comparison): Job[] {
  return sources.flatMap((source, index) => {
    const runs = runsOf(source.trace, profile, schedule);
    return runs.list.map((run) => ({ source, index, run, runs }));
  });
}

/**
 * Runs every trace in the world, one after the other, under every schedule that it has, and holds
 * it to the profile. While one is held, the next one runs.
 */
export async function compareAll(comparison: Comparison, watcher: Watcher = {}): Promise<Report> {
  const { command, world, target, profile, shard } = comparison;
  const start = performance.now();
  const cases: CaseResult[] = [];
  const jobs = jobsOf(comparison);
  let results: CaseResult[] = [];
  let ahead: Promise<Shown> | undefined;
  for (const [number, job] of jobs.entries()) {
    const { source, index, run, runs } = job;
    if (results.length === 0) watcher.starts?.(source, index);
    const { transcript, took } = await (ahead ?? shown(world, job));
    const next = jobs[number + 1];
    ahead = next && shown(world, next);
    // What goes wrong there is told when its turn comes.
    ahead?.catch(() => {});
    watcher.ran?.(source, run, transcript);
    results.push(compared(job, transcript, took, comparison));
    if (results.length < runs.list.length) continue;
    const merged = mergedResult(runs, results);
    const result = comparison.baseline ? heldTo(comparison.baseline, merged) : merged;
    watcher.ended?.(source, result);
    cases.push(result);
    results = [];
  }
  const summary = summarise(cases, performance.now() - start);
  const about = { schema: 1, command, profile: profile.name, target } as const;
  return { ...about, ...(shard && { shard }), summary, cases };
}

function compared(
  { source, run }: Job,
  transcript: Transcript,
  took: number,
  { profile, expected }: Comparison,
): CaseResult {
  const result = compareTrace(run.trace, source.file, transcript, profile, took);
  return expected ? withDifference(result, run.trace, transcript, expected) : result;
}

/**
 * 1 if anything diverged; else 3 if anything broke, or if nothing could be compared; else 0. A
 * shard to which no case or run fell is 0: others have them all.
 */
export function exitStatusOf({ summary, cases, shard, fuzzing }: Report): number {
  const { diverged, broken, agreed, known } = summary;
  if (diverged > 0) return status.diverged;
  const isIdle = fuzzing ? fuzzing.runs === 0 && !fuzzing.stopped : cases.length === 0;
  const isLeftOut = shard !== undefined && isIdle;
  const nothing = agreed + known === 0 && !isLeftOut;
  return broken > 0 || nothing ? status.unable : status.agreed;
}
