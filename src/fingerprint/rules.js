import { checksIn, entryOf, rulesOf, speechOf } from "./checks.js";
import { holds, speakerAt, speaks } from "./order.js";
import { unmeasured } from "./standing.js";
/** Holds every order of the table against all that differ from it in one rule. */
export function callLines(profile, checks, ghosts, catalog) {
    const imagined = ghosts.map((ghost) => ({ ghost, checks: checksIn(ghost, profile, catalog) }));
    return profile.orders.map((order) => {
        const own = checks.filter(({ call, sound }) => call === order.call && sound).filter(speaks);
        const standingOf = (rule, variants) => judged({ order, rule, variants }, own, imagined);
        const has = new Set(order.entries.map(({ rule }) => rule));
        const lacks = rulesOf(order.call, catalog).filter((rule) => !has.has(rule));
        return {
            call: order.call,
            present: order.entries.map((entry) => ({
                rule: entry.rule,
                breach: entry.breach,
                standing: standingOf(entry.rule, [order.entries.filter((other) => other !== entry)]),
            })),
            absent: lacks.map((rule) => ({
                rule,
                breach: undefined,
                standing: standingOf(rule, withRule(order, entryOf(rule, catalog))),
            })),
            precedence: precedenceIn(order, own),
        };
    });
}
/** The order with a rule more: behind all others, where it does least, and at every other place. */
function withRule({ entries }, entry) {
    const places = Array.from({ length: entries.length + 1 }, (_, i) => entries.length - i);
    return places.map((place) => entries.toSpliced(place, 0, entry));
}
function judged({ order: { call, entries }, rule, variants }, checks, imagined) {
    const [least = []] = variants;
    const tells = (check) => holds(entries, check) && !holds(least, check);
    const by = checks.filter(tells);
    const against = checks.filter((check) => !holds(entries, check) && variants.some((variant) => holds(variant, check)));
    if (by.length > 0 && against.length > 0)
        return { kind: "contradicted", by, against };
    if (by.length > 0)
        return { kind: "measured", by: by.slice(0, 1) };
    const tellers = imagined.filter((one) => one.checks.some((check) => check.call === call && tells(check)));
    if (tellers.length > 0)
        return unmeasured(tellers.map(({ ghost }) => ghost));
    const reached = checks.filter(({ broken }) => broken.has(rule));
    return reached.length > 0 ? { kind: "hidden", by: reached.slice(0, 1) } : { kind: "untold" };
}
/**
 * Every pair of rules of which the suite says that the first is checked before the second: both
 * were broken, the first spoke, and the second would have given something else.
 */
function precedenceIn({ entries }, checks) {
    return entries.flatMap((first, place) => entries.slice(place + 1).flatMap((second) => {
        const by = checks.find((check) => holds(entries, check) &&
            speakerAt(entries, check.broken) === first &&
            check.broken.has(second.rule) &&
            !check.said.has(speechOf(second.breach)));
        return by ? [{ first: first.rule, second: second.rule, by }] : [];
    }));
}
