import { answerLines } from "./answers.js";
import { distances, isOrdered } from "./distance.js";
import { leftoversOf } from "./leftovers.js";
import { divergence, merit } from "./recording.js";
import { callLines } from "./rules.js";
import { allChecks, bestFrom } from "./search.js";
import { violationsOf } from "./standard.js";
import { ghostsOf } from "./standing.js";
/** A search begins at so many of the known kernels: what is nearest at first need not be so at last. */
const STARTS = 3;
/** Of the steps of one kind that the table does not explain, so many are held against its lines. */
const SPECIMENS = 4;
/** Works out the profile of an unknown kernel from what it showed of a suite of traces. */
export function fingerprint(recordings, catalog, label, listener = () => { }) {
    const seen = recordings.filter(({ transcript }) => transcript.observations.length > 0);
    const known = kernelsByMerit(seen, catalog);
    const found = searched(known, { recordings: seen, catalog, listener });
    listener("telling the lines of the table apart");
    const ghosts = ghostsOf(found, recordings);
    const leftovers = leftoversOf(found, seen);
    const denied = leftovers.flatMap(({ places }) => places.slice(0, SPECIMENS));
    const answers = answerLines(found, { recordings: seen, denied, ghosts }, catalog);
    const calls = callLines(found, allChecks(found, seen, catalog), ghosts, catalog);
    return {
        profile: marked({ ...found, ...label }, answers, calls),
        answers,
        calls,
        nearest: distances(catalog.profiles, { answers, calls }, seen),
        leftovers,
        violations: violationsOf(found, seen, catalog),
        unmade: recordings.flatMap(({ name, transcript: { obstacle } }) => obstacle ? [{ name, reason: obstacle.reason }] : []),
        cases: seen.length,
        steps: seen.reduce((sum, { transcript }) => sum + transcript.observations.length, 0),
    };
}
/** The known kernels, the one first that explains most. The standard is none: it has no order. */
function kernelsByMerit(recordings, { profiles }) {
    const kernels = profiles.filter(isOrdered);
    const merits = new Map(kernels.map((kernel) => [kernel, merit(kernel, recordings)]));
    return kernels.sort((a, b) => (merits.get(b) ?? 0) - (merits.get(a) ?? 0));
}
function searched(known, evidence) {
    const [nearest] = known;
    if (!nearest)
        throw new Error("the catalogue has no kernel");
    const { recordings } = evidence;
    if (!recordings.some((recording) => divergence(nearest, recording)))
        return nearest;
    const ends = known.slice(0, STARTS).map((start) => bestFrom(start, evidence, true));
    const best = ends.reduce((a, b) => (merit(b, recordings) > merit(a, recordings) ? b : a));
    return bestFrom(best, evidence);
}
/** The table with a mark at each line: measured where it was told apart, else to be confirmed. */
function marked(profile, answers, calls) {
    const markOf = (kind) => kind === "measured" ? "measured" : "unverified";
    const rules = new Map(calls.flatMap(({ present }) => present.map(({ rule, standing }) => [rule, standing.kind])));
    const kinds = new Map(answers.map(({ question, standing }) => [question, standing.kind]));
    return {
        ...profile,
        orders: profile.orders.map((order) => ({
            ...order,
            entries: order.entries.map((entry) => ({
                ...entry,
                evidence: markOf(rules.get(entry.rule)),
            })),
        })),
        answers: profile.answers.map((answer) => ({
            ...answer,
            evidence: markOf(kinds.get(answer.question)),
        })),
    };
}
