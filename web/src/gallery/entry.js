import { fieldOf, parse, stepsOf } from "retinue";
/**
 * An entry for a text.
 *
 * @throws {TraceError} if it is no trace
 */
export function entryOf(file, text) {
    const trace = parse(text, file);
    const reference = fieldOf(trace, "reference");
    return {
        file,
        title: fieldOf(trace, "title") ?? file,
        ...(reference !== undefined && { reference }),
        kernels: kernelsIn(trace),
        text,
    };
}
function kernelsIn(trace) {
    const named = stepsOf(trace).flatMap(({ overrides }) => overrides.flatMap(({ profiles }) => profiles));
    return [...new Set(named)];
}
/** Whether every word that is looked for stands somewhere in what is shown of an entry. */
export function matches(entry, wanted) {
    const { file, title, reference = "", kernels } = entry;
    const shown = [file, title, reference, ...kernels].join(" ").toLowerCase();
    return wanted
        .toLowerCase()
        .split(/\s+/)
        .every((word) => shown.includes(word));
}
