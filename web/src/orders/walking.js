import { blocksOf, scheduleProblem, stepsIn, } from "retinue";
/** The places on a way from the beginning of a block, as far as these turns can be made. */
export function placesOn(beginning, turns) {
    const places = [beginning];
    for (const actor of turns) {
        const next = places
            .at(-1)
            ?.next()
            .find((place) => place.turns.at(-1) === actor);
        if (!next)
            break;
        places.push(next);
    }
    return places;
}
/** A place where the block can end, reached from here by whoever is written first. */
function endAfter(place) {
    let end = place;
    for (let next = end.next()[0]; next; next = end.next()[0])
        end = next;
    return end;
}
/**
 * A schedule of the whole trace in which a block goes this way, the others as they went before
 * where that is possible.
 *
 * @param index which block, from 0
 */
export function scheduleThrough({ trace, profile, schedule }, index, place) {
    const end = endAfter(place);
    const written = blocksOf(trace).map((block) => stepsIn(block).map(({ actor }) => actor));
    const before = (schedule ?? written).with(index, end.turns);
    if (scheduleProblem(trace, profile, before) === undefined)
        return before;
    const leading = end.outcomes()[0]?.schedule ?? [];
    return written.map((turns, i) => (i === index ? end.turns : (leading[i] ?? turns)));
}
/** How many steps have been made when so many turns of a block have been. */
export function stepsUntil(trace, index, turns) {
    const block = blocksOf(trace)[index];
    let steps = 0;
    for (const item of trace.items) {
        if (item === block)
            break;
        if (item.kind === "step")
            steps += 1;
        if (item.kind === "parallel")
            steps += stepsIn(item).length;
    }
    return steps + turns;
}
