import { branchesFrom, capacityFor, keyOf, type Possible, startOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { directed } from "../model/direct.js";
import { type Machine, machineFor } from "../model/machine.js";
import { distinct } from "../oracle/distinct.js";
import { blockOf } from "../oracle/interleave.js";
import { interleave } from "../oracle/interleavings.js";
import type { Parallel, Schedule, Trace } from "../trace/index.js";

/** Up to so many schedules are all listed. */
export const FEW = 24;

/** More schedules than these are not listed. */
export const SCHEDULES_MAX = 256;

/** The schedules of a trace: in which orders its blocks can go. */
export interface Schedules {
  /**
   * All of them, if they are few; else one of each kind that the model tells apart: whichever of a
   * kind is taken, the same is possible after it, and was seen. A trace without blocks has one, of
   * no turns.
   */
  readonly list: readonly Schedule[];
  /** How many there are. */
  readonly total: number;
  /** False if there are kinds that are not in the list. */
  readonly complete: boolean;
}

/** Which of the schedules are wanted. */
interface Wanted {
  readonly only?: Schedule;
  /** Those that are alike too. */
  readonly apart?: boolean;
}

/** What is possible after one schedule, and how many are like it. */
interface Thread {
  readonly schedule: Schedule;
  readonly count: number;
  readonly worlds: readonly Possible[];
}

/** The schedules that the blocks of a trace have under a profile, in the order of its text. */
export function schedulesOf(trace: Trace, profile: Profile): Schedules {
  const alike = new Search(trace, profile, {}).schedules();
  if (alike.total > FEW || alike.total === alike.list.length) return alike;
  return new Search(trace, profile, { apart: true }).schedules();
}

/**
 * Why the blocks of a trace cannot go in an order under a profile, as the end of a sentence;
 * undefined if they can.
 *
 * @param schedule fits the trace, as those that `readSchedule` gives
 */
export function scheduleProblem(
  trace: Trace,
  profile: Profile,
  schedule: Schedule,
): string | undefined {
  const search = new Search(trace, profile, { only: schedule });
  search.schedules();
  return search.problem;
}

class Search {
  /** Why the schedule that is wanted is none. */
  problem: string | undefined;
  private readonly machine: Machine;
  private threads: readonly Thread[];
  private complete = true;
  private blocks = 0;

  constructor(
    private readonly trace: Trace,
    profile: Profile,
    private readonly wanted: Wanted,
  ) {
    this.machine = machineFor(profile, capacityFor(trace));
    this.threads = [{ schedule: [], count: 1, worlds: [startOf(this.machine)] }];
  }

  schedules(): Schedules {
    for (const item of this.trace.items) {
      if (item.kind === "parallel") this.fork(item);
      if (item.kind === "directive") this.move((world) => [directed(this.machine, world, item)]);
      if (item.kind === "step")
        this.move((world) => {
          const { branches, complete } = branchesFrom(this.machine, world, item);
          this.complete &&= complete;
          return branches;
        });
    }
    return {
      list: this.threads.map(({ schedule }) => schedule),
      total: this.threads.reduce((sum, { count }) => sum + count, 0),
      complete: this.complete,
    };
  }

  /** Every thread goes on with what can follow. */
  private move(after: (world: Possible) => readonly Possible[]): void {
    this.threads = this.threads.map((thread) => {
      return { ...thread, worlds: distinct(thread.worlds.flatMap(after), keyOf) };
    });
  }

  /** Every thread becomes one for each order of the block. */
  private fork(parallel: Parallel): void {
    const only = this.wanted.only?.[this.blocks];
    const block = blockOf(this.machine, parallel);
    const threads = this.threads.flatMap(({ schedule, count, worlds }) => {
      const found = interleave(block, worlds, { only, apart: this.wanted.apart });
      this.complete &&= found.complete;
      if (only && found.classes.length === 0) this.problem ??= impossible(only, found.longest);
      return found.classes.map(({ turns, schedules, ends }): Thread => {
        const after = ends.map(({ world }) => world);
        return { schedule: [...schedule, turns], count: count * schedules, worlds: after };
      });
    });
    this.complete &&= threads.length <= SCHEDULES_MAX;
    this.threads = threads.slice(0, SCHEDULES_MAX);
    this.blocks += 1;
  }
}

/** @param made how many of the turns there can be */
function impossible(turns: readonly string[], made: number): string {
  const place = made === 0 ? "at the beginning" : `after \`${turns.slice(0, made).join(",")}\``;
  const next = turns[made];
  return next === undefined
    ? `${place} there is somebody who can go on`
    : `${place} \`${next}\` cannot make its next step`;
}
