import type { Suspect } from "../diff/suspects.js";
import type { Profile } from "../model/catalog.js";
import { type Move, prepareSearch, type Search } from "../model/search.js";
import { bindingOf, type Call, INIT, signatures, stepsOf, toSyscall } from "../trace/index.js";
import { alphabetOf, syscallOf } from "./alphabet.js";
import { INIT_NUMBER } from "./domains.js";
import { beginningOf, type Subject } from "./subjects.js";

/** What tells a kernel from the profile. */
export interface Telling {
  readonly kernel: Suspect;
  /** From the beginning of the subject; the last one tells. */
  readonly moves: readonly Move[];
  /** The last one leaves the profile's kernel as it is. */
  readonly stays: boolean;
  /** The number that the other kernel gives out in it, if that is another one; else 0. */
  readonly aims: number;
}

/** A space of states in which kernels were held against the profile. */
export interface Space {
  readonly subject: Subject;
  readonly calls: readonly Call[];
  readonly states: number;
  /** These are all, and all that could follow from what looked the same was followed. */
  readonly complete: boolean;
  readonly tellings: readonly Telling[];
  /** Those that might have done something else in some state. */
  readonly met: readonly Suspect[];
}

/** States between two looks at signals and at who watches. */
const SLICE = 500;

/**
 * Looks in the states of a subject for what tells kernels from the profile, shortest ways first.
 *
 * @param limit no more states than about so many are found
 * @param watch hears of the progress now and then: how many kernels are left
 * @throws {RangeError} if the profile leaves a question open
 */
export async function tellApart(
  profile: Profile,
  kernels: readonly Suspect[],
  subject: Subject,
  limit: number,
  watch: (open: number) => void,
): Promise<Space> {
  const calls = alphabetOf(subject);
  const search = prepareSearch({
    profile,
    processes: subject.processes,
    view: "whole",
    options: { traced: true, certain: true },
    calls: calls.map(syscallOf),
  });
  begin(search, subject);
  for (const { kernel } of kernels) addRival(search, kernel);
  const { states, isAll } = await compareAll(search, limit, watch);
  const rivals = search.rivals();
  const tellings = kernels.flatMap((kernel, i) => {
    const told = rivals[i]?.told;
    return told ? { kernel, ...told, moves: [...search.path(told.state), ...told.moves] } : [];
  });
  return {
    subject,
    calls,
    states,
    complete: isAll && !rivals.some(({ bounded }) => bounded),
    tellings,
    met: kernels.filter((_, i) => rivals[i]?.met),
  };
}

function addRival(search: Search, kernel: Profile): void {
  try {
    search.addRival(kernel);
  } catch (error) {
    if (error instanceof Error && "payload" in error) throw new RangeError(String(error.payload));
    throw error;
  }
}

/** Explores and compares by turns, until all are told apart or nothing is left. */
async function compareAll(
  search: Search,
  limit: number,
  watch: (open: number) => void,
): Promise<{ states: number; isAll: boolean }> {
  let states = 0;
  let isAll = false;
  for (;;) {
    if (!isAll && states < limit) {
      const progress = search.advance(SLICE);
      states = progress.states;
      isAll = progress.end?.tag === "complete";
      if (progress.end) limit = 0;
    }
    const { open, pending } = search.compare(SLICE);
    const isOver = (isAll || states >= limit) && !pending;
    if (open === 0 || isOver) return { states, isAll: isAll && !pending };
    watch(open);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Lets the search begin where the subject does. */
function begin(search: Search, subject: Subject): void {
  const numbers = new Map([[INIT, INIT_NUMBER]]);
  const made = { process: 0, thread: 0, terminal: 0 };
  const numberOf = (name: string) => numbers.get(name) ?? 0;
  for (const step of stepsOf(beginningOf(subject))) {
    search.beginWith(numberOf(step.actor), toSyscall(step.call, numberOf));
    const binds = signatures.get(step.call.function)?.binds;
    const name = bindingOf(step);
    if (!binds || name === undefined) continue;
    made[binds] += 1;
    const others = INIT_NUMBER + made.process + made.thread;
    numbers.set(name, binds === "terminal" ? made.terminal - 1 : others);
  }
}
