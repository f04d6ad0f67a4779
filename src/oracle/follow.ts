import { type Branch, textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import type { Effect, Step, Trace } from "../trace/ast.js";
import { sequential, UNSEEN } from "../trace/index.js";
import type { Observation, ProcessRow } from "../world.js";
import { distinct } from "./distinct.js";
import { Oracle, WORLDS_MAX } from "./oracle.js";

/** What differs between a step as observed and every way it was allowed to go. */
export type Aspect = "answer" | "effects" | "processes";

/** One step as it was observed, held against the oracle. */
export interface StepVerdict {
  readonly step: Step;
  /** From 0, among the steps of the trace. */
  readonly index: number;
  readonly observed: Observation;
  /** What was allowed: one branch for each text. */
  readonly allowed: readonly Branch[];
  /** Empty if the step agreed. */
  readonly differs: readonly Aspect[];
  /** The allowed rows nearest to what was observed, where the processes differ. */
  readonly expectedRows: readonly ProcessRow[];
  /** How many kernels are possible after it. */
  readonly worlds: number;
}

/** A trace as it was observed, held against the oracle. */
export interface Verdict {
  readonly profile: string;
  readonly steps: readonly StepVerdict[];
  /** The step after which the oracle could not go on from what was observed; undefined if it followed to the end. */
  readonly lostAfter?: number;
  /**
   * The step from which on not every way was followed; undefined if all were. What agrees with one
   * of those that were followed agrees; at the first that agrees with none nothing can be said, and
   * the oracle is lost.
   */
  readonly boundedAt?: number;
}

/** A kernel that changes its mind. */
export interface Turn {
  /** The last step with the profile's own answer. */
  readonly after: number;
  /** By its place in the catalogue. */
  readonly question: number;
  /** The answer from then on, by its place among the alternatives. */
  readonly alternative: number;
}

/** Sees the oracle before it is told what was observed of a step. */
export type Onlooker = (oracle: Oracle, step: Step, index: number) => void;

/** How a kernel is followed, beside what it showed. */
export interface Following {
  /** More kernels than these are not followed at a time. */
  readonly most?: number;
  /** Where the kernels that are followed change an answer. */
  readonly turn?: Turn | undefined;
  readonly onlooker?: Onlooker | undefined;
}

/**
 * Holds what a world showed of a trace against everything the profile allows.
 *
 * @throws {RangeError} if the trace has a block: what is observed is one schedule of it
 */
export function follow(
  trace: Trace,
  observations: readonly Observation[],
  profile: Profile,
  { most = WORLDS_MAX, turn, onlooker }: Following = {},
): Verdict {
  const oracle = new Oracle(trace, profile, most);
  const steps: StepVerdict[] = [];
  let bound: Pick<Verdict, "boundedAt"> = {};
  for (const item of sequential(trace).items) {
    if (item.kind === "directive") oracle.direct(item);
    const observed = observations[steps.length];
    if (item.kind !== "step" || !observed) continue;
    const index = steps.length;
    onlooker?.(oracle, item, index);
    const { lost, ...verdict } = judge(oracle, item, observed);
    steps.push({ step: item, index, observed, ...verdict, worlds: lost ? 0 : oracle.size });
    if (oracle.bounded) bound = { boundedAt: index, ...bound };
    if (lost) return { profile: profile.name, steps, lostAfter: index, ...bound };
    if (turn?.after === index) oracle.answer(turn.question, turn.alternative);
  }
  return { profile: profile.name, steps, ...bound };
}

/** What the oracle says of one step, and whether it cannot go on. */
type Judgement = Pick<StepVerdict, "allowed" | "differs" | "expectedRows"> & { lost: boolean };

function judge(oracle: Oracle, step: Step, observed: Observation): Judgement {
  const branches = oracle.branches(step);
  const allowed = distinct(branches, textOf);
  const candidates = nearest(branches, observed);
  const alike = candidates.filter((branch) => isAlike(branch, observed));
  const agreed = alike.filter((branch) => sameRows(oracle.rows(branch), observed.processes));
  if (agreed.length > 0) {
    oracle.keep(agreed);
    return { allowed, differs: [], expectedRows: [], lost: false };
  }
  // A kernel that was not followed might have done it.
  if (oracle.bounded) return { allowed: [], differs: [], expectedRows: [], lost: true };
  const differs = aspects(branches, observed, alike.length > 0);
  const expectedRows = differs.includes("processes") ? nearestRows(oracle, alike, observed) : [];
  const lost = !observed.processes || !oracle.adopt(candidates, observed.processes);
  return { allowed, differs, expectedRows, lost };
}

/** The rows of which the fewest differ from what was observed. */
function nearestRows(
  oracle: Oracle,
  branches: readonly Branch[],
  { processes = [] }: Observation,
): readonly ProcessRow[] {
  const all = branches.map((branch) => oracle.rows(branch));
  const same = all.map((rows) => rows.filter((row) => processes.some((one) => sameRow(row, one))));
  const misplaced = all.map((rows, i) => rows.length - (same[i]?.length ?? 0));
  return all[misplaced.indexOf(Math.min(...misplaced))] ?? [];
}

/** The ways that show the same, else those with the same answer, else all. */
function nearest(branches: readonly Branch[], observed: Observation): readonly Branch[] {
  const same = branches.filter((branch) => isAlike(branch, observed));
  if (same.length > 0) return same;
  const answered = branches.filter((branch) => sameAnswer(branch, observed));
  return answered.length > 0 ? answered : branches;
}

/** The branch shows what was observed, as far as that tells. */
export function isAlike(branch: Branch, observed: Observation): boolean {
  const untold = observed.effects.filter(isUntold).map(({ process }) => process);
  const effects = branch.effects.map((effect) =>
    untold.includes(effect.process) ? withoutSignal(effect) : effect,
  );
  return textOf({ ...branch, effects }) === textOf(observed);
}

/** Nobody could be asked what the process was killed by. */
function isUntold(effect: Effect): boolean {
  return (
    effect.kind === "died" && effect.status.kind === "killed" && effect.status.signal === UNSEEN
  );
}

function withoutSignal(effect: Effect): Effect {
  if (effect.kind !== "died" || effect.status.kind !== "killed") return effect;
  return { ...effect, status: { kind: "killed", signal: UNSEEN } };
}

function sameAnswer(branch: Branch, observed: Observation): boolean {
  return textOf({ ...branch, effects: [] }) === textOf({ ...observed, effects: [] });
}

function aspects(
  branches: readonly Branch[],
  observed: Observation,
  textAgrees: boolean,
): Aspect[] {
  if (textAgrees) return ["processes"];
  return branches.some((branch) => sameAnswer(branch, observed)) ? ["effects"] : ["answer"];
}

/** Where the world cannot see its processes there is nothing to compare. */
export function sameRows(
  expected: readonly ProcessRow[],
  observed: readonly ProcessRow[] | undefined,
): boolean {
  if (!observed) return true;
  return (
    expected.length === observed.length &&
    expected.every((row) => observed.some((other) => sameRow(row, other)))
  );
}

export function sameRow(a: ProcessRow, b: ProcessRow): boolean {
  return (
    a.name === b.name &&
    a.parent === b.parent &&
    a.group === b.group &&
    a.session === b.session &&
    a.state === b.state &&
    sameField(a.terminal, b.terminal) &&
    sameField(a.foreground, b.foreground)
  );
}

/** What a world cannot see differs from nothing. */
export function sameField(a: string, b: string): boolean {
  return a === b || a === UNSEEN || b === UNSEEN;
}
