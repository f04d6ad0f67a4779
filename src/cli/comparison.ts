import { compareTrace, summarise, withDifference } from "../diff/compare.js";
import type { CaseResult, Report, Shard, Target } from "../diff/result.js";
import type { Profile } from "../model/catalog.js";
import type { Transcript, World } from "../world.js";
import { type Baseline, heldTo } from "./baseline.js";
import { status } from "./failure.js";
import type { Source } from "./traces.js";

/** Who wants to know what happens while it happens. */
export interface Watcher {
  /** A trace is about to run. */
  starts?(source: Source, index: number): void;
  /** A trace has been run and compared. */
  ended?(source: Source, transcript: Transcript, result: CaseResult): void;
}

/** What is compared with what. */
export interface Comparison {
  readonly command: Report["command"];
  readonly sources: readonly Source[];
  readonly world: World;
  readonly target: Target;
  readonly profile: Profile;
  /** The kernel that is expected here, where the profile is the standard. */
  readonly expected?: Profile | undefined;
  readonly baseline?: Baseline | undefined;
  /** The part of a larger whole that the sources are. */
  readonly shard?: Shard | undefined;
}

/** A trace that is running, or has run. */
interface Run {
  readonly transcript: Transcript;
  /** In milliseconds. */
  readonly took: number;
}

async function run(world: World, { trace }: Source): Promise<Run> {
  const began = performance.now();
  const transcript = await world.run(trace);
  return { transcript, took: performance.now() - began };
}

/**
 * Runs every trace in the world, one after the other, and holds it to the profile. While one is
 * held, the next one runs.
 */
export async function compareAll(comparison: Comparison, watcher: Watcher = {}): Promise<Report> {
  const { command, sources, world, target, profile, expected, baseline, shard } = comparison;
  const start = performance.now();
  const cases: CaseResult[] = [];
  let ahead: Promise<Run> | undefined;
  for (const [index, source] of sources.entries()) {
    watcher.starts?.(source, index);
    const { transcript, took } = await (ahead ?? run(world, source));
    const next = sources[index + 1];
    ahead = next && run(world, next);
    // What goes wrong there is told when its turn comes.
    ahead?.catch(() => {});
    const compared = compareTrace(source.trace, source.file, transcript, profile, took);
    const held = baseline ? heldTo(baseline, compared) : compared;
    const result = expected ? withDifference(held, source.trace, transcript, expected) : held;
    watcher.ended?.(source, transcript, result);
    cases.push(result);
  }
  const summary = summarise(cases, performance.now() - start);
  const about = { schema: 1, command, profile: profile.name, target } as const;
  return { ...about, ...(shard && { shard }), summary, cases };
}

/**
 * 1 if anything diverged; else 3 if anything broke, or if nothing could be compared; else 0. A
 * shard to which no case fell is 0: others have them all.
 */
export function exitStatusOf({ summary, cases, shard }: Report): number {
  const { diverged, broken, agreed, known } = summary;
  if (diverged > 0) return status.diverged;
  const isLeftOut = shard !== undefined && cases.length === 0;
  const nothing = agreed + known === 0 && !isLeftOut;
  return broken > 0 || nothing ? status.unable : status.agreed;
}
