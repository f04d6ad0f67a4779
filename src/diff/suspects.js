import { catalog } from "../model/catalog.js";
import { answering, swapping, without } from "./variants.js";
const made = new WeakMap();
/**
 * Every kernel that lacks one rule of the profile, or answers one question otherwise; to a question
 * that the profile leaves open, each that answers it in one way. They are made once for a profile:
 * each has a machine of its own.
 */
export function suspectsOf(profile) {
    const suspects = made.get(profile) ?? madeSuspects(profile, catalog());
    made.set(profile, suspects);
    return suspects;
}
function madeSuspects(profile, { rules, questions }) {
    const lacking = profile.orders.flatMap(({ entries }) => entries.map(({ rule }) => {
        const id = rules[rule]?.id ?? "";
        return { name: `no ${id}`, id, rule, kernel: without(profile, rule) };
    }));
    const answered = profile.answers.flatMap(({ question, alternative: own }) => {
        const { id = "", alternatives = [] } = questions[question] ?? {};
        return alternatives.flatMap(({ name }, alternative) => alternative === own
            ? []
            : {
                name: `${id} answered ${name}`,
                id,
                alternative,
                kernel: answering(profile, question, alternative),
            });
    });
    return [...lacking, ...answered];
}
/** Every kernel that makes two neighbouring checks of the profile the other way round. */
export function swapsOf(profile) {
    const { rules } = catalog();
    return profile.orders.flatMap(({ call, entries }) => entries.slice(1).map((second, i) => {
        const first = entries[i] ?? second;
        const [a, b] = [first, second].map(({ rule }) => rules[rule]?.id ?? "");
        const alike = JSON.stringify(first.breach) === JSON.stringify(second.breach);
        const kernel = swapping(profile, call, i);
        return { name: `${b} before ${a}`, id: b, kernel, rules: [a, b], alike };
    }));
}
/**
 * Every kernel that differs from a profile in one thing: those of `suspectsOf`, and those that make
 * two neighbouring checks the other way round.
 */
export function neighboursOf(profile) {
    return [...suspectsOf(profile), ...swapsOf(profile)];
}
