import { signatures } from "./calls.js";
/** The text of a front matter field; undefined if the trace has none, or a list. */
export function fieldOf(trace, key) {
    const value = valueIn(trace, key);
    return typeof value === "string" ? value : undefined;
}
/** The items of a front matter list; none if the trace does not have it. */
export function listOf(trace, key) {
    const value = valueIn(trace, key);
    return value === undefined || typeof value === "string" ? [] : value;
}
function valueIn(trace, key) {
    return trace.fields.find((field) => field.key === key)?.value;
}
/** The steps of a trace, those in blocks too, in the order in which they are written. */
export function stepsOf(trace) {
    return trace.items.flatMap((item) => {
        if (item.kind === "parallel")
            return stepsIn(item);
        return item.kind === "step" ? [item] : [];
    });
}
/** The blocks of a trace, in order. */
export function blocksOf(trace) {
    return trace.items.filter((item) => item.kind === "parallel");
}
/** The steps of a block, in the order in which they are written. */
export function stepsIn(block) {
    return block.lines.filter((line) => line.kind === "step");
}
/**
 * What a step is expected to show under a profile; undefined if the trace states nothing for it.
 */
export function expectationFor(step, profile) {
    return step.overrides.find(({ profiles }) => profiles.includes(profile)) ?? step.expectation;
}
/**
 * The name that a step gives to the process or thread it makes; undefined if it makes none or names
 * none.
 */
export function bindingOf(step) {
    if (!signatures.get(step.call.function)?.binds)
        return undefined;
    for (const { answers } of [...(step.expectation ? [step.expectation] : []), ...step.overrides]) {
        for (const answer of answers)
            if (answer.kind === "value")
                return answer.value;
    }
    return undefined;
}
/** Whether an answer is written without `=`: there is no result. */
export function isMarker(answer) {
    return answer.kind === "blocked" || answer.kind === "not-run";
}
