import { betterOrders, changed, otherAnswers } from "./change.js";
import { checksIn } from "./checks.js";
import { kindOf } from "./leftovers.js";
import { divergence, fitOf, merit } from "./recording.js";
/**
 * The kernel that explains most of what was observed: from the profile given, whatever one change
 * explains more is made, the best first, until no change does.
 *
 * @param isQuick the recordings that no change has explained better are not tried again. The end
 *   may then be no end for a search that is not quick
 */
export function bestFrom(start, evidence, isQuick = false) {
    let profile = start;
    let open = openUnder(start, evidence);
    for (;;) {
        const { better, helped } = improvedBy(profile, open, evidence);
        if (better === profile)
            return profile;
        const touched = (recording) => fitOf(better, recording).allows.join() !== fitOf(profile, recording).allows.join();
        const all = openUnder(better, evidence);
        open = isQuick ? all.filter((one) => helped.has(one) || touched(one)) : all;
        profile = better;
    }
}
/** The recordings that the profile does not explain. */
function openUnder(profile, { recordings }) {
    return recordings.filter((recording) => divergence(profile, recording));
}
/** The profile with every change made that explains more; the same one if none does. */
function improvedBy(start, open, evidence) {
    const candidates = candidatesFor(start, open, evidence);
    let better = start;
    for (const { change } of candidates) {
        const next = changed(better, change);
        if (gain(better, next, evidence.recordings) > 0)
            better = next;
    }
    return { better, helped: new Set(candidates.flatMap(({ helped }) => helped)) };
}
/**
 * The changes that explain more of the recordings that the profile does not explain. Of two that
 * explain the same, an answer comes before an order: it is the smaller change.
 */
function candidatesFor(profile, open, { recordings, catalog, listener }) {
    if (open.length === 0)
        return [];
    const sample = sampleOf(open, profile);
    const checks = allChecks(profile, recordings, catalog);
    const changes = [...otherAnswers(profile, catalog), ...betterOrders(profile, checks, catalog)];
    return changes
        .map((change, i) => {
        listener(`${profile.name}, ${open.length} cases open, change ${i + 1}/${changes.length}`);
        const next = changed(profile, change);
        const helped = sample.filter((recording) => gain(profile, next, [recording]) > 0);
        return { change, next, helped };
    })
        .filter(({ next }) => gain(profile, next, sample) > 0)
        .map(({ change, next, helped }) => ({ change, helped, gain: gain(profile, next, recordings) }))
        .filter((candidate) => candidate.gain > 0)
        .sort((a, b) => b.gain - a.gain);
}
/** Of recordings in which the same things are not explained, so many are tried. */
const SAMPLE = 8;
/** The recordings, but few of those that are alike: one deviation can show in half of a suite. */
function sampleOf(open, profile) {
    const counts = new Map();
    return open.filter((recording) => {
        const { allows } = fitOf(profile, recording);
        const denied = allows.flatMap((allowed, index) => allowed ? [] : [kindOf({ recording, index })]);
        const key = [...new Set(denied)].sort().join("\n");
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return count <= SAMPLE;
    });
}
/** How much more the second profile explains. */
function gain(from, to, recordings) {
    return merit(to, recordings) - merit(from, recordings);
}
/** Every check of every recording, in the states that the profile gives to them. */
export function allChecks(profile, recordings, catalog) {
    return recordings.flatMap((recording) => checksIn(recording, profile, catalog));
}
