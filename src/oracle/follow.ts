import { type Branch, textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import type { Step, Trace } from "../trace/ast.js";
import { UNSEEN } from "../trace/index.js";
import type { Observation, ProcessRow } from "../world.js";
import { Oracle } from "./oracle.js";

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
}

/** A trace as it was observed, held against the oracle. */
export interface Verdict {
  readonly profile: string;
  readonly steps: readonly StepVerdict[];
  /** The step after which the oracle could not go on from what was observed; undefined if it followed to the end. */
  readonly lostAfter?: number;
  /** Not every way a step can go was listed, so that a difference may be none. */
  readonly bounded: boolean;
}

/** Sees the oracle before it is told what was observed of a step. */
export type Onlooker = (oracle: Oracle, step: Step, index: number) => void;

/** Holds what a world showed of a trace against everything the profile allows. */
export function follow(
  trace: Trace,
  observations: readonly Observation[],
  profile: Profile,
  onlooker?: Onlooker,
): Verdict {
  const oracle = new Oracle(trace, profile);
  const steps: StepVerdict[] = [];
  for (const item of trace.items) {
    if (item.kind === "directive") oracle.direct(item);
    const observed = observations[steps.length];
    if (item.kind !== "step" || !observed) continue;
    onlooker?.(oracle, item, steps.length);
    const verdict = judge(oracle, item, steps.length, observed);
    steps.push(verdict.step);
    if (verdict.lost)
      return { profile: profile.name, steps, lostAfter: steps.length - 1, bounded: oracle.bounded };
  }
  return { profile: profile.name, steps, bounded: oracle.bounded };
}

function judge(
  oracle: Oracle,
  step: Step,
  index: number,
  observed: Observation,
): { step: StepVerdict; lost: boolean } {
  const branches = oracle.branches(step);
  if (branches.length === 0) return unknown(step, index, observed);
  const seen = textOf(observed);
  const candidates = nearest(branches, observed, seen);
  const alike = candidates.filter((branch) => textOf(branch) === seen);
  const agreed = alike.filter((branch) => sameRows(oracle.rows(branch), observed.processes));
  const allowed = distinct(branches);
  if (agreed.length > 0) {
    oracle.keep(agreed);
    return { step: { step, index, observed, allowed, differs: [], expectedRows: [] }, lost: false };
  }
  const [closest] = candidates;
  const differs = aspects(branches, observed, alike.length > 0);
  const expectedRows = closest && differs.includes("processes") ? oracle.rows(closest) : [];
  const lost = !closest || !observed.processes || !oracle.adopt(closest, observed.processes);
  return { step: { step, index, observed, allowed, differs, expectedRows }, lost };
}

/** More can happen in this step than the model can list, so nothing is said of it. */
function unknown(
  step: Step,
  index: number,
  observed: Observation,
): { step: StepVerdict; lost: boolean } {
  return {
    step: { step, index, observed, allowed: [], differs: [], expectedRows: [] },
    lost: true,
  };
}

/** The ways that show the same, else those with the same answer, else all. */
function nearest(
  branches: readonly Branch[],
  observed: Observation,
  seen: string,
): readonly Branch[] {
  const same = branches.filter((branch) => textOf(branch) === seen);
  if (same.length > 0) return same;
  const answered = branches.filter((branch) => sameAnswer(branch, observed));
  return answered.length > 0 ? answered : branches;
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

function distinct(branches: readonly Branch[]): Branch[] {
  return branches.filter(
    (branch, i) => branches.findIndex((other) => textOf(other) === textOf(branch)) === i,
  );
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
