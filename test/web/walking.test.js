import { interleavings, parse, printCall, profileNamed, scheduleProblem, schedulesOf, Timeline, } from "retinue";
import { describe, expect, test } from "vitest";
import { placesOn, scheduleThrough, stepsUntil } from "../../web/src/orders/walking.js";
import { casesIn } from "../suite.js";
const linux = profileNamed("linux");
const races = casesIn("examples/races");
describe.each(races)("the orders of $file", ({ trace }) => {
    const beginning = interleavings(trace, linux);
    test("can be walked to their ends, and no further", () => {
        for (const [turns = []] of schedulesOf(trace, linux).list) {
            const places = placesOn(beginning, turns);
            expect(places.at(-1)?.turns).toEqual(turns);
            expect(places.at(-1)?.outcomes().length).toBeGreaterThan(0);
            expect(placesOn(beginning, [...turns, "nobody"])).toHaveLength(places.length);
        }
    });
    test("are shown by the picture, which stands where the walk does", () => {
        const [[turns = []] = []] = schedulesOf(trace, linux).list.slice(-1);
        for (const place of placesOn(beginning, turns)) {
            const schedule = scheduleThrough({ trace, profile: linux }, 0, place);
            expect(scheduleProblem(trace, linux, schedule)).toBeUndefined();
            expect(schedule[0]?.slice(0, place.turns.length)).toEqual(place.turns);
            const { moments } = Timeline.of(trace, linux, schedule);
            const { step } = moments[stepsUntil(trace, 0, place.turns.length)] ?? {};
            if (place.step)
                expect(step && printCall(step.call)).toBe(printCall(place.step.call));
            if (place.step)
                expect(step?.actor).toBe(place.step.actor);
        }
    });
});
test("the other blocks go as they went, unless they no longer can", () => {
    const text = `---
title: two blocks
---
init: fork() = a
init: fork() = b
parallel {
  a: getpid() = a
  b: getpid() = b
}
init: getpid() = init
parallel {
  a: kill(b, SIGKILL) = 0
    b: +++ killed by SIGKILL +++
  b: getpid() = b | <not run>
}
`;
    const trace = parse(text, "two.trace");
    const second = interleavings(trace, linux, 1);
    const [killed] = second.next();
    if (!killed)
        throw new Error("nobody can begin");
    const through = (schedule) => scheduleThrough({ trace, profile: linux, schedule }, 1, killed);
    expect(through()).toEqual([["a", "b"], ["a"]]);
    expect(through([
        ["b", "a"],
        ["b", "a"],
    ])).toEqual([["b", "a"], ["a"]]);
    expect(through([["b"], ["b", "a"]])).toEqual([["a", "b"], ["a"]]);
    expect(stepsUntil(trace, 1, 1)).toBe(6);
});
