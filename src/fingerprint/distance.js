import { speechOf } from "./checks.js";
import { divergence } from "./recording.js";
/**
 * The known profiles, the nearest first. Lines come before cases: one deviation of which no profile
 * knows can show in half of a suite, and says nothing of who is near.
 */
export function distances(profiles, measured, recordings) {
    return profiles
        .map((profile) => {
        const cases = recordings.filter((recording) => divergence(profile, recording)).length;
        return {
            profile: profile.name,
            lines: otherAnswers(profile, measured.answers) + otherRules(profile, measured.calls),
            cases,
            isKernel: isOrdered(profile),
            // What leaves things open has few lines otherwise, and is near to nobody for that.
            isFar: cases > 0 && !isOrdered(profile),
        };
    })
        .sort((a, b) => Number(a.isFar) - Number(b.isFar) ||
        a.lines - b.lines ||
        a.cases - b.cases ||
        Number(b.isKernel) - Number(a.isKernel))
        .map(({ profile, lines, cases }) => ({ profile, lines, cases }));
}
/** Whether the profile is that of a kernel: the standard has no order. */
export function isOrdered({ orders }) {
    return orders.every(({ ordered }) => ordered);
}
/** An answer that the profile leaves open is no other answer. */
function otherAnswers(profile, lines) {
    const known = new Map(profile.answers.map(({ question, alternative }) => [question, alternative]));
    return lines.filter(({ question, alternative, standing }) => {
        const answer = known.get(question);
        return standing.kind === "measured" && answer !== undefined && answer !== alternative;
    }).length;
}
function otherRules(profile, calls) {
    return calls.reduce((sum, line) => sum + otherRulesOf(profile, line), 0);
}
/** Rules that one has and the other has not, or with another error, and those in another order. */
function otherRulesOf(profile, { call, present, absent, precedence }) {
    const { entries = [], ordered = true } = profile.orders.find((order) => order.call === call) ?? {};
    const placeOf = (rule) => entries.findIndex((entry) => entry.rule === rule);
    const has = (rule) => placeOf(rule) >= 0;
    const gives = (rule) => entries[placeOf(rule)]?.breach;
    const others = present.filter(({ rule, breach, standing }) => {
        const theirs = gives(rule);
        const same = theirs && breach && speechOf(theirs) === speechOf(breach);
        return standing.kind === "measured" && !same;
    });
    // Without an order a rule is permitted to speak; that a kernel lacks it is permitted too.
    const extra = absent.filter(({ rule, standing }) => ordered && standing.kind === "measured" && has(rule));
    const turned = precedence.filter(({ first, second }) => ordered && has(first) && has(second) && placeOf(first) > placeOf(second));
    return others.length + extra.length + turned.length;
}
