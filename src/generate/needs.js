import { fieldKeys, UNUSED } from "../trace/index.js";
/** Everything that a kernel can offer. */
export const allNeeds = new Set((fieldKeys.get("needs")?.words ?? []));
const byCall = new Map([
    ["prctl", "subreaper"],
    ["pthread_create", "threads"],
    ["setresuid", "users"],
    ["openpty", "terminals"],
]);
/** What the trace needs, in the order in which the language lists it. */
export function needsOf({ items }) {
    const needs = new Set(items.flatMap(needsOfItem));
    return [...allNeeds].filter((need) => needs.has(need));
}
function needsOfItem(item) {
    if (item.kind === "directive")
        return ["namespace"];
    return item.kind === "step" ? needsOfStep(item) : [];
}
/** What one step needs. */
export function needsOfStep({ call }) {
    const need = byCall.get(call.function);
    const [target, signal] = call.arguments;
    const isForeign = call.function === "kill" && !isProbe(signal) && isOfNobody(target);
    return [...(need ? [need] : []), ...(isForeign ? ["namespace"] : [])];
}
/** A number could be that of a process outside the trace. */
function isOfNobody(target) {
    if (target?.kind === "number")
        return target.value !== 0;
    return target?.kind === "name" && target.name === UNUSED;
}
function isProbe(signal) {
    return signal?.kind === "number" && signal.value === 0;
}
