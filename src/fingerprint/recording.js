import { capacityFor, rowsOf, textOf } from "../model/branch.js";
import { machineFor } from "../model/machine.js";
import { follow, sameRows } from "../oracle/follow.js";
import { stepsOf } from "../trace/index.js";
/** A step that began in a known state counts so many times as much as one that did not. */
const SOUND_WEIGHT = 10;
const fits = new WeakMap();
/** How the profile takes the recording; it is worked out once. */
export function fitOf(profile, recording) {
    const known = fits.get(profile) ?? new Map();
    fits.set(profile, known);
    const fit = known.get(recording) ?? workedOut(profile, recording);
    known.set(recording, fit);
    return fit;
}
/** As `fitOf`, worked out again so that somebody sees the oracle at every step. */
export function workedOut(profile, recording, onlooker) {
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
function disturbs(step, profile, trace) {
    const { differs, observed, allowed } = step;
    if (differs.length === 0)
        return false;
    if (differs[0] !== "answer" || observed.answer.kind !== "value")
        return true;
    const machine = machineFor(profile, capacityFor(trace));
    const rest = textOf({ ...observed, answer: { kind: "gone" } });
    return !allowed.some((branch) => branch.answer.kind === "value" &&
        textOf({ ...branch, answer: { kind: "gone" } }) === rest &&
        sameRows(rowsOf(machine, branch), observed.processes));
}
/** The first step that the profile does not allow; undefined if it allows all. */
export function divergence(profile, recording) {
    const index = fitOf(profile, recording).allows.indexOf(false);
    return index < 0 ? undefined : { recording, index };
}
/** How much of the recordings the profile explains. More is better; the number means nothing else. */
export function merit(profile, recordings) {
    let sum = 0;
    for (const recording of recordings) {
        const { allows, sound } = fitOf(profile, recording);
        for (const [i, allowed] of allows.entries())
            if (allowed)
                sum += i < sound ? SOUND_WEIGHT : 1;
    }
    return sum;
}
/**
 * The step of the recording that tells two profiles apart, from a state that the first accounts
 * for; undefined if there is none.
 */
export function tellingStep(first, second, recording) {
    const [one, other] = [fitOf(first, recording), fitOf(second, recording)];
    const index = one.allows.findIndex((allowed, i) => allowed !== other.allows[i]);
    if (index < 0 || index >= one.sound)
        return undefined;
    return { recording, index, forFirst: one.allows[index] === true };
}
/** The step as a reader finds it: `scenarios/setpgid/child-execed:9`. */
export function placeText({ recording, index }) {
    const step = stepsOf(recording.trace)[index];
    return `${recording.name}:${step?.at.line ?? 1}`;
}
/** Each place once. */
export function uniquePlaces(places) {
    return [...new Map(places.map((place) => [placeText(place), place])).values()];
}
