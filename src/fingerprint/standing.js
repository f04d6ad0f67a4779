import { ModelWorld } from "../model/world.js";
import { stepsOf } from "../trace/index.js";
import { divergence } from "./recording.js";
/** What the table says of every trace that was skipped, broke, or went another way. */
export function ghostsOf(profile, recordings) {
    const world = new ModelWorld(profile);
    return recordings.flatMap((recording) => {
        const reason = whyUnmade(profile, recording);
        if (reason === undefined)
            return [];
        const { name, trace } = recording;
        return [{ name, trace, reason, transcript: world.runNow(trace) }];
    });
}
/** Why the trace does not tell everything that it could; undefined if it does. */
function whyUnmade(profile, recording) {
    const { obstacle } = recording.transcript;
    if (obstacle)
        return obstacle.reason;
    const place = divergence(profile, recording);
    const line = place && stepsOf(recording.trace)[place.index]?.at.line;
    return place && `on this kernel it goes another way at line ${line}`;
}
/** The standing of a line that no observation rules out: who would have told. */
export function unmeasured(tellers) {
    return tellers.length > 0 ? { kind: "unreached", tellers } : { kind: "untold" };
}
