import type { Schedule, Step } from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import type { Ended, Passed } from "./interleave.js";
import type { Interleavings } from "./interleavings.js";

/** A step of a block, as it went. */
export interface Made {
  readonly step: Step;
  readonly branch: Passed;
}

/** What can come of a block, as far as programs can see it: what each step showed, and the processes after it. */
export interface Outcome {
  /** The first schedule that leads here, with that of the blocks before this one. */
  readonly schedule: Schedule;
  /** How many schedules of this block can lead here. */
  readonly schedules: number;
  /** The steps in the order of that schedule; last those that nobody could make. */
  readonly steps: readonly Made[];
  /** The processes after the block, sorted by name. */
  readonly processes: readonly ProcessRow[];
  /** The processes that had steps left and waited for ever. */
  readonly waiting: readonly string[];
}

/**
 * The different outcomes of a block, those of the shortest schedules first.
 *
 * @param rows the processes of a kernel
 */
export function outcomesOf(
  steps: readonly Step[],
  { classes }: Pick<Interleavings, "classes">,
  rows: (way: Ended) => readonly ProcessRow[],
): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const { ends, schedules } of classes) {
    const here = new Map<string, Outcome>();
    for (const way of ends) {
      const processes = rows(way);
      const key = `${way.shown}\0${JSON.stringify(processes)}`;
      if (!here.has(key)) here.set(key, outcomeOf(steps, way, processes, schedules));
    }
    for (const [key, outcome] of here) {
      const known = outcomes.get(key);
      outcomes.set(key, known ? { ...known, schedules: known.schedules + schedules } : outcome);
    }
  }
  return [...outcomes.values()];
}

function outcomeOf(
  steps: readonly Step[],
  { world, made, waiting }: Ended,
  processes: readonly ProcessRow[],
  schedules: number,
): Outcome {
  const { schedule } = world;
  const all = steps.flatMap((step, i) => {
    const branch = made[i];
    return branch ? [{ step, branch }] : [];
  });
  return { schedule, schedules, steps: inTurn(all, schedule.at(-1) ?? []), processes, waiting };
}

function inTurn(steps: readonly Made[], turns: readonly string[]): Made[] {
  const left = [...steps];
  const made = turns.flatMap((actor) => {
    const next = left.findIndex(({ step }) => step.actor === actor);
    return next < 0 ? [] : left.splice(next, 1);
  });
  return [...made, ...left];
}
