import { textOf } from "../model/branch.js";
import { follow } from "../oracle/follow.js";
import { printCall, stepsOf } from "../trace/index.js";
/** What the profile allows at the step, each outcome as one text, sorted. */
export function allowedAt({ recording, index }, profile) {
    const { trace, transcript } = recording;
    const { steps } = follow(trace, transcript.observations.slice(0, index + 1), profile);
    return (steps[index]?.allowed ?? []).map(textOf).sort();
}
/** The step, beside what the profile allows there. */
export function exhibit({ recording, index }, profile) {
    const { trace, transcript } = recording;
    const step = stepsOf(trace)[index];
    const observed = transcript.observations[index];
    if (!step || !observed)
        throw new RangeError(`${recording.name} has no step ${index}`);
    const verdict = follow(trace, transcript.observations.slice(0, index + 1), profile).steps[index];
    return {
        call: `${step.actor}: ${printCall(step.call)}`,
        observed: textOf(observed).split("\n"),
        allowed: (verdict?.allowed ?? []).map((branch) => textOf(branch).split("\n")),
        onlyProcesses: verdict?.differs[0] === "processes",
    };
}
