import { answering, ordering, without } from "../diff/variants.js";
import { STANDARD } from "../model/catalog.js";
import { speechOf } from "./checks.js";
import { exhibit } from "./exhibit.js";
import { deniedBy } from "./leftovers.js";
import { fitOf } from "./recording.js";
/** Everything that was observed in a known state and breaks the standard, by the line that says so. */
export function violationsOf(profile, recordings, catalog) {
    const standard = catalog.profiles.find(({ name }) => name === STANDARD);
    if (!standard)
        throw new Error(`the catalogue lacks the profile ${STANDARD}`);
    const deviations = deviationsOf(profile, standard, catalog);
    const groups = new Map();
    for (const place of deniedBy(standard, recordings)) {
        const id = deviations.find((deviation) => causes(deviation, profile, place))?.id;
        groups.set(id, [...(groups.get(id) ?? []), place]);
    }
    return [...groups].flatMap(([id, places]) => {
        const [first] = places;
        return first ? [{ id, places, example: exhibit(first, standard) }] : [];
    });
}
/** The profile allows the step, and would not if it kept to the standard in this one line. */
function causes({ keeping }, profile, { recording, index }) {
    return (fitOf(profile, recording).allows[index] === true &&
        keeping.some((kernel) => fitOf(kernel, recording).allows[index] === false));
}
function deviationsOf(profile, standard, catalog) {
    return [...deviantAnswers(profile, catalog), ...deviantRules(profile, standard, catalog)];
}
function deviantAnswers(profile, { questions }) {
    return profile.answers.flatMap(({ question, alternative }) => {
        const { id = "", alternatives = [] } = questions[question] ?? {};
        if (alternative === undefined || alternatives[alternative]?.permitted !== false)
            return [];
        const keeping = alternatives.flatMap(({ permitted }, other) => permitted ? [answering(profile, question, other)] : []);
        return [{ id, keeping }];
    });
}
/** The rules that only one of the two has, and those for which the standard has another error. */
function deviantRules(profile, standard, { rules }) {
    return profile.orders.flatMap(({ call, entries }) => {
        const permitted = standard.orders.find((order) => order.call === call)?.entries ?? [];
        const extra = entries.flatMap((entry) => {
            const own = permitted.filter(({ rule }) => rule === entry.rule);
            if (own.some(({ breach }) => speechOf(breach) === speechOf(entry.breach)))
                return [];
            const [there] = own;
            const id = rules[entry.rule]?.id ?? "";
            const mended = entries.map((other) => (other === entry && there ? there : other));
            const keeping = there ? ordering(profile, call, mended) : without(profile, entry.rule);
            return [{ id, keeping: [keeping] }];
        });
        const lacking = permitted.flatMap((entry) => {
            if (entries.some(({ rule }) => rule === entry.rule))
                return [];
            return [
                {
                    id: rules[entry.rule]?.id ?? "",
                    keeping: [ordering(profile, call, [entry, ...entries])],
                },
            ];
        });
        return [...extra, ...lacking];
    });
}
