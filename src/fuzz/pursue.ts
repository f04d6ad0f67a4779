import { simpler } from "../generate/simpler.js";
import type { Profile } from "../model/catalog.js";
import { follow } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import { stepsOf } from "../trace/index.js";
import type { Transcript, World } from "../world.js";
import { kindsIn } from "./kind.js";

/** How often a divergence is looked for again before it is called unsteady. */
const RERUNS = 10;
/** How many simpler traces are tried for one divergence. */
const TRIALS_MAX = 400;

/** Where a divergence is pursued, and until when. */
export interface Hunt {
  readonly world: World;
  readonly profile: Profile;
  /** True as soon as nothing more is to be started. */
  stopped(): boolean;
}

/** A divergence that was looked at again. */
export interface Quarry {
  /** The shortest trace that shows it. */
  readonly trace: Trace;
  /** A run of this trace that showed it. */
  readonly transcript: Transcript;
  /** How many of the runs of this trace, or of the one it began with, showed it. */
  readonly seen: number;
  readonly runs: number;
}

/**
 * Runs a trace that diverged again, and again with less in it as long as that shows a divergence of
 * the same kind. What is seen only now and then is tried as often as it takes to see it; what is
 * never seen again stays as it was.
 *
 * @param first the run that showed it
 */
export async function pursue(
  hunt: Hunt,
  kind: string,
  trace: Trace,
  first: Transcript,
): Promise<Quarry> {
  const again = await rerun(hunt, kind, trace);
  const found = { trace, transcript: again.transcript ?? first };
  if (again.seen === 0) return { ...found, seen: 1, runs: 1 + again.runs };
  const isSteady = again.seen === again.runs;
  const shortest = await shrink(hunt, kind, found, isSteady ? 1 : RERUNS);
  if (isSteady) return { ...shortest, seen: again.seen + 1, runs: again.runs + 1 };
  const { seen, runs } = await rerun(hunt, kind, shortest.trace);
  return { ...shortest, seen: seen + 1, runs: runs + 1 };
}

/** Steady divergences show twice in a row; others get all their chances. */
async function rerun(hunt: Hunt, kind: string, trace: Trace) {
  let seen = 0;
  let runs = 0;
  let transcript: Transcript | undefined;
  while (runs < RERUNS && !(runs === 2 && seen === 2) && !hunt.stopped()) {
    const shown = await shows(hunt, kind, trace);
    runs += 1;
    if (shown) seen += 1;
    transcript ??= shown;
  }
  return { seen, runs, transcript };
}

async function shrink(
  hunt: Hunt,
  kind: string,
  start: Pick<Quarry, "trace" | "transcript">,
  tries: number,
): Promise<Pick<Quarry, "trace" | "transcript">> {
  let best = start;
  let trials = 0;
  for (let improved = true; improved; ) {
    improved = false;
    for (const candidate of simpler(best.trace)) {
      if (trials++ >= TRIALS_MAX || hunt.stopped()) return best;
      const transcript = await showsIn(hunt, kind, candidate, tries);
      if (!transcript) continue;
      best = { trace: candidate, transcript };
      improved = true;
      break;
    }
  }
  return best;
}

/** A run of the trace that shows a divergence of this kind, in so many tries. */
async function showsIn(
  hunt: Hunt,
  kind: string,
  trace: Trace,
  tries: number,
): Promise<Transcript | undefined> {
  for (let i = 0; i < tries; i++) {
    const transcript = await shows(hunt, kind, trace);
    if (transcript) return transcript;
  }
  return undefined;
}

async function shows(
  { world, profile }: Hunt,
  kind: string,
  trace: Trace,
): Promise<Transcript | undefined> {
  if (stepsOf(trace).length === 0) return undefined;
  const transcript = await world.run(trace);
  const verdict = follow(trace, transcript.observations, profile);
  return kindsIn(verdict).includes(kind) ? transcript : undefined;
}
