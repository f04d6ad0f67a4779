import { children } from "./reading.js";
import { sortedSignals } from "./signals.js";
const marks = new Set(["{", ",", "}"]);
/** The words between braces, in the order in which signals are written. */
export function readSet(reading, node) {
    const items = children(node).filter(({ name }) => !marks.has(name));
    return sortedSignals(items.map((item) => reading.text(item)));
}
const escaped = new Map([
    ["n", "\n"],
    ["\\", "\\"],
    ['"', '"'],
]);
/** The text between quotes. */
export function readText(reading, node) {
    return reading
        .text(node)
        .slice(1, -1)
        .replace(/\\(.)/gsu, (whole, character, offset) => {
        const stands = escaped.get(character);
        if (stands === undefined)
            reading.problem(node.from + 1 + offset, `\`${whole}\` stands for nothing`, '`\\n`, `\\\\` or `\\"`');
        return stands ?? whole;
    });
}
