import { blamed, question } from "./blame.js";
import { answering, including, without } from "./variants.js";
const made = new WeakMap();
/**
 * By what a kernel that does what its profile says breaks the standard: for each step that does,
 * the rules and questions of which one alone makes the standard allow it; where there is none, for
 * it takes several, those without which the profile would not have come to it.
 *
 * @param verdict of the standard on these observations
 */
export function breachesOf(trace, observations, { profile, standard }, verdict, catalog) {
    const deviations = made.get(profile) ?? deviationsOf(profile, standard, catalog);
    made.set(profile, deviations);
    const towards = question(trace, observations, deviations.towards);
    const alone = verdict.steps
        .filter(({ differs }) => differs.length > 0)
        .map(({ index }) => ({ index, ids: blamed(towards, index).map(({ id }) => id) }));
    if (alone.every(({ ids }) => ids.length > 0))
        return alone.flatMap(({ ids }) => ids);
    const back = question(trace, observations, deviations.back);
    const needed = (last) => back
        .filter(({ verdict: { steps } }) => steps.some(({ index, differs }) => index <= last && differs.length > 0))
        .map(({ id }) => id);
    return alone.flatMap(({ index, ids }) => (ids.length > 0 ? ids : needed(index)));
}
function deviationsOf(profile, standard, catalog) {
    const answers = deviantAnswers(profile, standard, catalog);
    const rules = deviantRules(profile, standard, catalog);
    return {
        towards: [...answers, ...rules].map(({ id, towards }) => suspect(id, towards)),
        back: [...answers, ...rules].flatMap(({ id, back }) => (back ? [suspect(id, back)] : [])),
    };
}
function suspect(id, kernel) {
    return { name: id, id, kernel };
}
function deviantAnswers(profile, standard, { questions }) {
    return profile.answers.flatMap(({ question: index, alternative }) => {
        const known = questions[index];
        if (!known || alternative === undefined || known.alternatives[alternative]?.permitted)
            return [];
        const permitted = known.alternatives.findIndex((one) => one.permitted);
        const towards = answering(standard, index, alternative);
        return [{ id: known.id, towards, back: answering(profile, index, permitted) }];
    });
}
function deviantRules(profile, standard, { rules }) {
    return standard.orders.flatMap(({ call, entries }) => {
        const own = profile.orders.find((order) => order.call === call)?.entries ?? [];
        const isOf = (list, entry) => list.some((one) => one.rule === entry.rule && one.breach.val === entry.breach.val);
        const missing = entries.filter(({ rule }) => !own.some((one) => one.rule === rule));
        const others = own.filter((entry) => !isOf(entries, entry));
        const idOf = ({ rule }) => rules[rule]?.id ?? "";
        return [
            ...missing.map((entry) => ({ id: idOf(entry), towards: without(standard, entry.rule) })),
            ...others.map((entry) => ({
                id: idOf(entry),
                towards: including(standard, call, entry),
                back: without(profile, entry.rule),
            })),
        ];
    });
}
