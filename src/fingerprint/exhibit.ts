import { textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { follow } from "../oracle/follow.js";
import { printCall, stepsOf } from "../trace/index.js";
import type { Place } from "./recording.js";

/** One step, shown to somebody who asks what it was. */
export interface Exhibit {
  /** `shell: setpgid(job, job)` */
  readonly call: string;
  /** The answer, and below it the effects. */
  readonly observed: readonly string[];
  /** What a profile allows, each with the answer first. */
  readonly allowed: readonly (readonly string[])[];
  /** The processes were left otherwise than the profile allows; the call's answer shows nothing. */
  readonly onlyProcesses: boolean;
}

/** What the profile allows at the step, each outcome as one text, sorted. */
export function allowedAt({ recording, index }: Place, profile: Profile): string[] {
  const { trace, transcript } = recording;
  const { steps } = follow(trace, transcript.observations.slice(0, index + 1), profile);
  return (steps[index]?.allowed ?? []).map(textOf).sort();
}

/** The step, beside what the profile allows there. */
export function exhibit({ recording, index }: Place, profile: Profile): Exhibit {
  const { trace, transcript } = recording;
  const step = stepsOf(trace)[index];
  const observed = transcript.observations[index];
  if (!step || !observed) throw new RangeError(`${recording.name} has no step ${index}`);
  const verdict = follow(trace, transcript.observations.slice(0, index + 1), profile).steps[index];
  return {
    call: `${step.actor}: ${printCall(step.call)}`,
    observed: textOf(observed).split("\n"),
    allowed: (verdict?.allowed ?? []).map((branch) => textOf(branch).split("\n")),
    onlyProcesses: verdict?.differs[0] === "processes",
  };
}
