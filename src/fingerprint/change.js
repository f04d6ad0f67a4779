import { answering, ordering } from "../diff/variants.js";
import { holds, improved, speaks } from "./order.js";
/** The kernel that differs from the profile in this. */
export function changed(profile, change) {
    return change.kind === "answer"
        ? answering(profile, change.question, change.alternative)
        : ordering(profile, change.call, change.entries);
}
/** Every other answer to every question. */
export function otherAnswers(profile, { questions }) {
    return profile.answers.flatMap(({ question, alternative }) => (questions[question]?.alternatives ?? []).flatMap((_, other) => other === alternative ? [] : [{ kind: "answer", question, alternative: other }]));
}
/** For each call whose checks the profile does not give, the order that gives most of them. */
export function betterOrders(profile, checks, catalog) {
    return profile.orders.flatMap(({ call, entries }) => {
        const own = checks.filter((check) => check.call === call && speaks(check));
        if (own.every((check) => holds(entries, check)))
            return [];
        const better = improved(entries, own, catalog);
        return better === entries ? [] : [{ kind: "order", call, entries: better }];
    });
}
