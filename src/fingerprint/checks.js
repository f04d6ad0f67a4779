import { textOf } from "../model/branch.js";
import { sameRows } from "../oracle/follow.js";
import { workedOut } from "./recording.js";
/** No rule refused the call or held it up. */
export const PASSED = "passed";
/** What is said by a rule with this breach: `errno:eperm`, `signal:sigttou`. */
export function speechOf({ tag, val }) {
    return `${tag}:${val}`;
}
/**
 * Every call of the recording at which a rule was broken, in the states that the profile gives to
 * it.
 */
export function checksIn(recording, profile, catalog) {
    const extremes = extremesOf(profile, catalog);
    const checks = [];
    const { sound } = workedOut(profile, recording, (oracle, step, index) => {
        const observed = recording.transcript.observations[index];
        const check = observed && checkAt(oracle, step, observed, extremes, catalog);
        if (check)
            checks.push({ ...check, recording, index });
    });
    return checks.map((check) => ({ ...check, sound: check.index < sound }));
}
function checkAt(oracle, step, observed, { everyRule, noRule }, { rules }) {
    const refusals = oracle.branchesUnder(everyRule, step);
    const broken = new Set(refusals.flatMap((branch) => branch.rules));
    const [any] = broken;
    if (any === undefined)
        return undefined;
    const call = rules[any]?.id.split(".")[0] ?? "";
    const breaches = breachesOf(everyRule, call);
    const fits = (branch) => textOf(branch) === textOf(observed) && sameRows(oracle.rows(branch), observed.processes);
    const said = new Set();
    for (const branch of refusals.filter(fits)) {
        for (const rule of branch.rules)
            said.add(breaches.get(rule) ?? PASSED);
    }
    if (oracle.branchesUnder(noRule, step).some(fits))
        said.add(PASSED);
    if (said.size === 0)
        for (const speech of foreignError(observed))
            said.add(speech);
    return { call, broken, said };
}
function breachesOf({ orders }, call) {
    const entries = orders.find((order) => order.call === call)?.entries ?? [];
    return new Map(entries.map(({ rule, breach }) => [rule, speechOf(breach)]));
}
/** An error that no known kernel gives for any of the rules that are broken. */
function foreignError({ answer, effects }) {
    return answer.kind === "error" && effects.length === 0
        ? [`errno:${answer.errno.toLowerCase()}`]
        : [];
}
const extremes = new WeakMap();
function extremesOf(profile, catalog) {
    const known = extremes.get(profile) ?? {
        everyRule: withOrders(profile, (order) => ({
            ...order,
            ordered: false,
            entries: [...order.entries, ...missing(order, catalog)],
        })),
        noRule: withOrders(profile, (order) => ({ ...order, entries: [] })),
    };
    extremes.set(profile, known);
    return known;
}
function withOrders(profile, change) {
    return { ...profile, orders: profile.orders.map(change) };
}
/** The rules that other kernels have for the call. */
function missing({ call, entries }, catalog) {
    const has = new Set(entries.map(({ rule }) => rule));
    return rulesOf(call, catalog)
        .filter((rule) => !has.has(rule))
        .map((rule) => entryOf(rule, catalog));
}
/** The rule as it stands in an order where nothing is known of it. */
export function entryOf(rule, { rules }) {
    const known = rules[rule];
    if (!known)
        throw new RangeError(`there is no rule ${rule}`);
    return { rule, breach: known.breach, evidence: "unverified" };
}
/** The places of all rules of a call in the catalogue. */
export function rulesOf(call, { rules }) {
    return rules.flatMap(({ id }, index) => (id.startsWith(`${call}.`) ? [index] : []));
}
