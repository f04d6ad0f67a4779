import type {
  Edge,
  Invariant,
  Move,
  Progress,
  Search,
  SearchOptions,
  Situation,
  Verdict,
  VerdictCount,
  View,
} from "../../wasm/glue/interfaces/retinue-kernel-exploration.js";
import type { Syscall } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Profile } from "./catalog.js";
import { instantiate } from "./instance.js";

export type { Edge, Invariant, Move, Progress, Search, Situation, Verdict, VerdictCount, View };

/** What is to be explored. */
export interface SearchPlan {
  readonly profile: Profile;
  /** How many there can be at a time: 2 to 7, or to 6 with `renaming`. */
  readonly processes: number;
  readonly view: View;
  readonly options: SearchOptions;
  /** What every running process tries in every state. */
  readonly calls: readonly Syscall[];
}

/**
 * A search that has not begun. It has a memory of its own, which goes when nobody holds it any
 * more.
 *
 * @throws {RangeError} if the profile is not complete, or the options do not go together
 */
export function prepareSearch({ profile, processes, view, options, calls }: SearchPlan): Search {
  const { exploration } = instantiate();
  try {
    const search = exploration.Search.boot(profile, processes, view, options);
    for (const call of calls) search.addCall(call);
    return search;
  } catch (error) {
    if (error instanceof Error && "payload" in error) throw new RangeError(String(error.payload));
    throw error;
  }
}

let known: readonly Invariant[] | undefined;

/** What should hold in every state, whatever was called. */
export function invariants(): readonly Invariant[] {
  known ??= instantiate().exploration.invariants();
  return known;
}
