import { stepsOf } from "../trace/index.js";
import { exhibit } from "./exhibit.js";
import { fitOf } from "./recording.js";
/** The steps, in known states, that the profile does not allow. */
export function deniedBy(profile, recordings) {
    return recordings.flatMap((recording) => {
        const { allows, sound } = fitOf(profile, recording);
        return allows.flatMap((allowed, index) => allowed || index >= sound ? [] : [{ recording, index }]);
    });
}
/** What the table does not explain, those that are alike together, the most frequent first. */
export function leftoversOf(profile, recordings) {
    const groups = new Map();
    for (const place of deniedBy(profile, recordings)) {
        const key = kindOf(place);
        groups.set(key, [...(groups.get(key) ?? []), place]);
    }
    return [...groups.values()]
        .sort((a, b) => b.length - a.length)
        .flatMap((places) => {
        const [first] = places;
        return first ? [{ places, example: exhibit(first, profile) }] : [];
    });
}
/** The function, what it gave, and what happened to others: steps of one kind are seldom two causes. */
export function kindOf({ recording, index }) {
    const call = stepsOf(recording.trace)[index]?.call;
    const observed = recording.transcript.observations[index];
    if (!call || !observed)
        return "";
    const { answer, effects } = observed;
    const gave = answer.kind === "error" ? answer.errno : answer.kind;
    const kinds = new Set(effects.map(({ kind }) => kind));
    return [nameOf(call), gave, ...[...kinds].sort()].join();
}
/** `ioctl` is a different call for each of its requests. */
function nameOf(call) {
    const words = call.arguments.flatMap((argument) => argument.kind === "constants" ? argument.words : []);
    return call.function === "ioctl" ? `ioctl ${words.join()}` : call.function;
}
