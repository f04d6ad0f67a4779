import { capacityFor, rowsOf, textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { machineFor } from "../model/machine.js";
import { follow, type Onlooker, type StepVerdict, sameRows } from "../oracle/follow.js";
import { stepsOf, type Trace } from "../trace/index.js";
import type { Transcript } from "../world.js";

/** One trace, as the unknown kernel ran it. */
export interface Recording {
  /** `scenarios/setpgid/child-execed` */
  readonly name: string;
  readonly trace: Trace;
  readonly transcript: Transcript;
}

/** One step of a recording. */
export interface Place {
  readonly recording: Recording;
  /** From 0, among the steps of the trace. */
  readonly index: number;
}

/** How a profile takes a recording. */
export interface Fit {
  /**
   * For each step that was observed, whether the profile allows it. A step after the oracle has
   * lost the trace is not allowed: the profile does not explain it.
   */
  readonly allows: readonly boolean[];
  /**
   * So many steps began in a state that the profile accounts for. What a later one shows says less:
   * the oracle went on from what could be seen of the processes, and the rest of the state is a
   * guess.
   */
  readonly sound: number;
}

/** A step that began in a known state counts so many times as much as one that did not. */
const SOUND_WEIGHT = 10;

const fits = new WeakMap<Profile, Map<Recording, Fit>>();

/** How the profile takes the recording; it is worked out once. */
export function fitOf(profile: Profile, recording: Recording): Fit {
  const known = fits.get(profile) ?? new Map<Recording, Fit>();
  fits.set(profile, known);
  const fit = known.get(recording) ?? workedOut(profile, recording);
  known.set(recording, fit);
  return fit;
}

/** As `fitOf`, worked out again so that somebody sees the oracle at every step. */
export function workedOut(profile: Profile, recording: Recording, onlooker?: Onlooker): Fit {
  const { trace, transcript } = recording;
  const { observations } = transcript;
  const { steps } = follow(trace, observations, profile, { onlooker });
  const first = steps.findIndex((step) => disturbs(step, profile, trace));
  return {
    allows: observations.map((_, i) => steps[i]?.differs.length === 0),
    sound: first < 0 ? steps.length : first + 1,
  };
}

/**
 * After this step the state is not the one that the profile gives. If only a number that a call
 * returned is another one, it is.
 */
function disturbs(step: StepVerdict, profile: Profile, trace: Trace): boolean {
  const { differs, observed, allowed } = step;
  if (differs.length === 0) return false;
  if (differs[0] !== "answer" || observed.answer.kind !== "value") return true;
  const machine = machineFor(profile, capacityFor(trace));
  const rest = textOf({ ...observed, answer: { kind: "gone" } });
  return !allowed.some(
    (branch) =>
      branch.answer.kind === "value" &&
      textOf({ ...branch, answer: { kind: "gone" } }) === rest &&
      sameRows(rowsOf(machine, branch), observed.processes),
  );
}

/** The first step that the profile does not allow; undefined if it allows all. */
export function divergence(profile: Profile, recording: Recording): Place | undefined {
  const index = fitOf(profile, recording).allows.indexOf(false);
  return index < 0 ? undefined : { recording, index };
}

/** How much of the recordings the profile explains. More is better; the number means nothing else. */
export function merit(profile: Profile, recordings: readonly Recording[]): number {
  let sum = 0;
  for (const recording of recordings) {
    const { allows, sound } = fitOf(profile, recording);
    for (const [i, allowed] of allows.entries()) if (allowed) sum += i < sound ? SOUND_WEIGHT : 1;
  }
  return sum;
}

/** A step that only one of two profiles allows: what came before, both took alike. */
export interface Telling extends Place {
  /** It speaks for the first of the two. */
  readonly forFirst: boolean;
}

/**
 * The step of the recording that tells two profiles apart, from a state that the first accounts
 * for; undefined if there is none.
 */
export function tellingStep(
  first: Profile,
  second: Profile,
  recording: Recording,
): Telling | undefined {
  const [one, other] = [fitOf(first, recording), fitOf(second, recording)];
  const index = one.allows.findIndex((allowed, i) => allowed !== other.allows[i]);
  if (index < 0 || index >= one.sound) return undefined;
  return { recording, index, forFirst: one.allows[index] === true };
}

/** The step as a reader finds it: `scenarios/setpgid/child-execed:9`. */
export function placeText({ recording, index }: Place): string {
  const step = stepsOf(recording.trace)[index];
  return `${recording.name}:${step?.at.line ?? 1}`;
}

/** Each place once. */
export function uniquePlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [placeText(place), place])).values()];
}
