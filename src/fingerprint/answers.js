import { answering } from "../diff/variants.js";
import { listOf } from "../trace/index.js";
import { allowedAt } from "./exhibit.js";
import { divergence, tellingStep, uniquePlaces } from "./recording.js";
import { unmeasured } from "./standing.js";
/** Holds every answer of the table against all others that could be given. */
export function answerLines(profile, { recordings, denied, ghosts }, catalog) {
    const open = recordings.filter((recording) => divergence(profile, recording));
    const shown = denied.map((place) => ({ place, allowed: allowedAt(place, profile).join() }));
    return profile.answers.flatMap(({ question, alternative }) => {
        const known = catalog.questions[question];
        if (!known || alternative === undefined)
            return [];
        const ordered = namingFirst(recordings, known);
        const rivals = known.alternatives.flatMap((_, other) => {
            if (other === alternative)
                return [];
            const variant = answering(profile, question, other);
            const against = firstTelling(profile, variant, ordered, true);
            const doubt = firstTelling(profile, variant, open, false) ?? beyond(variant, shown);
            return [{ alternative: other, profile: variant, against, doubt }];
        });
        return [{ question, alternative, ...judged(profile, rivals, ghosts) }];
    });
}
/** A step that this answer does not explain either, though it makes the kernel do something else. */
function beyond(variant, shown) {
    return shown.find(({ place, allowed }) => allowedAt(place, variant).join() !== allowed)?.place;
}
/** The first step that tells the two apart and speaks for the one that is asked for. */
function firstTelling(profile, variant, recordings, forFirst) {
    for (const recording of recordings) {
        const telling = tellingStep(profile, variant, recording);
        if (telling?.forFirst === forFirst)
            return telling;
    }
    return undefined;
}
function judged(profile, rivals, ghosts) {
    const by = uniquePlaces(rivals.flatMap(({ against }) => against ?? []));
    const against = uniquePlaces(rivals.flatMap(({ doubt }) => doubt ?? []));
    const left = rivals.filter((rival) => !rival.against);
    const alternatives = left.map(({ alternative }) => alternative);
    if (against.length > 0)
        return { standing: { kind: "contradicted", by, against }, left: alternatives };
    if (left.length === 0)
        return { standing: { kind: "measured", by }, left: [] };
    return { standing: unmeasured(tellersOf(profile, left, ghosts)), left: alternatives };
}
/** The traces that would have told the table from what is left. */
function tellersOf(profile, left, ghosts) {
    return ghosts.filter((ghost) => left.some((rival) => tellingStep(profile, rival.profile, ghost)?.forFirst));
}
/** Those first that say in their front matter that they are about the question. */
function namingFirst(recordings, { id }) {
    const names = ({ trace }) => listOf(trace, "questions").some((entry) => entry.startsWith(`${id}=`));
    return [...recordings.filter(names), ...recordings.filter((recording) => !names(recording))];
}
