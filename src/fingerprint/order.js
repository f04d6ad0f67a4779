import { entryOf, PASSED, speechOf } from "./checks.js";
/** What an order of checks makes the call give at this check. */
export function speechAt(entries, { broken }) {
    const speaker = speakerAt(entries, broken);
    return speaker ? speechOf(speaker.breach) : PASSED;
}
/** The first rule of the order that is broken. */
export function speakerAt(entries, broken) {
    return entries.find(({ rule }) => broken.has(rule));
}
/** Whether the order gives what was observed. */
export function holds(entries, check) {
    return check.said.has(speechAt(entries, check));
}
/**
 * Whether the check says anything of an order: some order of the rules that were broken gives what
 * was observed.
 */
export function speaks({ said }) {
    return said.size > 0;
}
/** A check that began in a known state counts more than any number of others. */
const SOUND_WEIGHT = 1000;
function merit(entries, checks) {
    let sum = 0;
    for (const check of checks)
        if (holds(entries, check))
            sum += check.sound ? SOUND_WEIGHT : 1;
    return sum;
}
/**
 * The order that gives what was observed at most checks. From the one given, the best move is made,
 * until none is better: a rule is removed, added, moved, or given another error.
 */
export function improved(entries, checks, catalog) {
    const telling = checks.filter(speaks);
    let best = { entries, merit: merit(entries, telling) };
    for (;;) {
        const wrong = telling.filter((check) => !holds(best.entries, check));
        const moved = movesFrom(best.entries, wrong, catalog)
            .map((next) => ({ entries: next, merit: merit(next, telling) }))
            .reduce((a, b) => (b.merit > a.merit ? b : a), best);
        if (moved === best)
            return best.entries;
        best = moved;
    }
}
/** Every order that is one move away, of the rules that were broken where the order is wrong. */
function movesFrom(entries, wrong, catalog) {
    const rules = new Set(wrong.flatMap(({ broken }) => [...broken]));
    return [...rules].flatMap((rule) => {
        const place = entries.findIndex((entry) => entry.rule === rule);
        const own = entries[place] ?? entryOf(rule, catalog);
        const others = entries.filter((entry) => entry.rule !== rule);
        const placed = breachesFor(own, wrong, catalog).flatMap((breach) => nearestFirst(others.length, place < 0 ? others.length : place).map((at) => others.toSpliced(at, 0, { ...own, breach })));
        return place < 0 ? placed : [others, ...placed];
    });
}
/** What a rule may give: what it gave, what it usually gives, and the errors that were observed. */
function breachesFor({ rule, breach }, wrong, catalog) {
    const observed = wrong
        .filter(({ broken }) => broken.has(rule))
        .flatMap(({ said }) => [...said].flatMap(errorOf));
    const all = [breach, entryOf(rule, catalog).breach, ...observed];
    return [...new Map(all.map((one) => [speechOf(one), one])).values()];
}
function errorOf(speech) {
    const [tag, val] = speech.split(":");
    return tag === "errno" ? [{ tag, val }] : [];
}
/** 0 to `last`, those near to `place` first, so that a rule is moved no farther than it must be. */
function nearestFirst(last, place) {
    const all = Array.from({ length: last + 1 }, (_, at) => at);
    return all.sort((a, b) => Math.abs(a - place) - Math.abs(b - place) || b - a);
}
