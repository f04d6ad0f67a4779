import { catalog, type Profile } from "../model/catalog.js";
import {
  invariants,
  type Progress,
  prepareSearch,
  type Search,
  type Verdict,
  type View,
} from "../model/search.js";
import type { Call, Trace } from "../trace/index.js";
import { alphabetOf, syscallOf } from "./alphabet.js";
import type { Letters } from "./domains.js";
import { Walk } from "./walk.js";

/** How a state space is explored. */
export interface ExplorationPlan extends Letters {
  readonly profile: Profile;
  readonly view: View;
  /** States that differ only in who has which number are one. */
  readonly renaming: boolean;
  /** Where a call can go several ways, only the first is followed. */
  readonly firstWay: boolean;
  /** The invariants are tested in every state. */
  readonly checked: boolean;
  /** No more states than about so many are found. */
  readonly limit: number;
}

/** How often a call came out in one way, counted once for each renaming. */
export interface Outcome {
  readonly call: string;
  /** The rule that refused it, an errno that no rule gives, or what became of it. */
  readonly outcome: string;
  readonly count: number;
}

/** An invariant that does not hold, and the shortest way there. */
export interface Violation {
  readonly invariant: string;
  readonly says: string;
  readonly trace: Trace;
}

/** What an exploration found. */
export interface Explored {
  readonly profile: string;
  readonly processes: number;
  readonly view: View;
  readonly renaming: boolean;
  /** How many different calls a process tries in a state. */
  readonly calls: number;
  readonly invariants: number;
  /** Different states, or classes of states where those that differ in numbers only are one. */
  readonly states: number;
  /** The states, each with all its renamings; as many as `states` without renaming. */
  readonly renamings: number;
  readonly transitions: number;
  /** The transitions that lead to another state. */
  readonly changes: number;
  readonly outcomes: readonly Outcome[];
  readonly violation: Violation | null;
  /** `complete`: these are all. `limit`: there are more. `crowded`: more than can be numbered. */
  readonly end: "complete" | "violated" | "limit" | "crowded";
  readonly seconds: number;
  /** The memory that the states took, in bytes. */
  readonly bytes: number;
}

/** States between two looks at the clock, at signals and at who watches. */
const SLICE = 10_000;

/**
 * Finds every state that a few processes can reach.
 *
 * @param watch hears of the progress now and then
 * @throws {RangeError} if the plan makes no sense
 */
export async function explore(
  plan: ExplorationPlan,
  watch: (progress: Progress) => void = () => {},
): Promise<Explored> {
  const calls = alphabetOf(plan);
  const { renaming, firstWay, checked } = plan;
  const options = { renaming, firstWay, checked };
  const search = prepareSearch({ ...plan, options, calls: calls.map(syscallOf) });
  const start = performance.now();
  const progress = await advance(search, plan.limit, watch);
  const seconds = (performance.now() - start) / 1000;
  const { end } = progress;
  return {
    profile: plan.profile.name,
    processes: plan.processes,
    view: plan.view,
    renaming,
    calls: calls.length,
    invariants: checked ? invariants().length : 0,
    states: progress.states,
    renamings: Number(progress.renamings),
    transitions: Number(progress.transitions),
    changes: Number(progress.changes),
    outcomes: outcomesOf(search, calls),
    violation: end?.tag === "violated" ? await violationIn(plan, calls) : null,
    end: end?.tag ?? "limit",
    seconds,
    bytes: Number(progress.bytes),
  };
}

/** Goes on to the end, or until there are as many states as there may be. */
export async function advance(
  search: Search,
  limit: number,
  watch: (progress: Progress) => void,
): Promise<Progress> {
  let slice = Math.min(SLICE, Math.max(1, Math.floor(limit / 100)));
  for (;;) {
    const progress = search.advance(slice);
    // A state leads to some tens of others.
    slice = Math.min(SLICE, Math.max(1, Math.floor((limit - progress.states) / 100)));
    if (progress.end || progress.states >= limit) return progress;
    watch(progress);
    // Nothing is waited for: a signal, or a page that shows the progress, has its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** In the order of the calls, and of one call the most frequent first. */
function outcomesOf(search: Search, calls: readonly Call[]): Outcome[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { call, verdict, count } of search.verdicts()) {
    const name = calls[call]?.function ?? "";
    const outcomes = counts.get(name) ?? new Map<string, number>();
    counts.set(name, outcomes);
    const outcome = outcomeOf(verdict);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + Number(count));
  }
  return [...counts].flatMap(([call, outcomes]) =>
    [...outcomes]
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, count]) => ({ call, outcome, count })),
  );
}

/** What became of calls that were not refused, in words. */
const ends = {
  done: "returned",
  reported: "reported a child",
  blocked: "did not return",
  gone: "caller died",
} as const;

function outcomeOf(verdict: Verdict): string {
  if (verdict.tag === "refused") return catalog().rules[verdict.val]?.id ?? "";
  return verdict.tag === "failed" ? verdict.val.toUpperCase() : ends[verdict.tag];
}

/** The shortest trace to a state in which an invariant does not hold. */
async function violationIn(plan: ExplorationPlan, calls: readonly Call[]): Promise<Violation> {
  const { firstWay } = plan;
  const search = prepareSearch({
    ...plan,
    options: { firstWay, checked: true, traced: true },
    calls: calls.map(syscallOf),
  });
  const { end } = await advance(search, Number.POSITIVE_INFINITY, () => {});
  if (end?.tag !== "violated")
    throw new Error("an invariant was violated only where states were renamed");
  const { id, text } = invariants()[end.val.invariant] ?? { id: "", text: "" };
  const walk = new Walk(calls, true);
  for (const move of search.path(end.val.state)) walk.step(move);
  const title = `${id} does not hold under ${plan.profile.name}`;
  return { invariant: id, says: text, trace: walk.trace([{ key: "title", value: title, at }]) };
}

const at = { line: 0, column: 0, offset: 0 };
