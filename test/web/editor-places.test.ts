import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import type { Moment } from "retinue";
import { describe, expect, test } from "vitest";
import { changeBetween, edited } from "../../web/src/editor/change.js";
import { Places, placesIn } from "../../web/src/editor/places.js";
import { diagnosticsIn } from "../../web/src/editor/problems.js";

describe("a text from the page", () => {
  test("is taken over by one change, and no larger than it must be", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        const { from, to, insert } = change ?? { from: 0, to: 0, insert: "" };
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
        const isLess = from < to && insert !== "" && before[from] === insert[0];
        expect(isLess).toBe(false);
      }),
    );
    expect(changeBetween("a\nb\n", "a\nb\nc\n")).toEqual({ from: 4, to: 4, insert: "c\n" });
  });

  test("has line ends and a start that an editor has", () => {
    expect(edited("\uFEFFa\r\nb\rc\n")).toBe("a\nb\nc\n");
  });
});

describe("the places of steps", () => {
  const doc = Text.of(["# first", "init: fork() = a", "a: getpid()", "", "init: wait()"]);
  const steps = [undefined, 2, 3, 5].map((line) => {
    const step = line === undefined ? {} : { step: { at: { line } } };
    return { ways: [], ...step } as unknown as Moment;
  });
  const places = new Places(placesIn(doc, steps), ChangeSet.empty(doc.length).desc);
  const indices = (from: number, to: number, where = places) =>
    where.within(from, to).map(({ index }) => index);

  test("are found in a range, before a position and of a moment", () => {
    expect(indices(0, doc.length)).toEqual([1, 2, 3]);
    expect(indices(doc.line(3).from, doc.line(4).to)).toEqual([2]);
    expect(places.before(doc.line(4).to)?.index).toBe(2);
    expect(places.before(doc.line(1).to)).toBeUndefined();
    expect(places.of(3)?.from).toBe(doc.line(5).from);
  });

  test("move with what is edited", () => {
    const { length } = doc;
    const change = ChangeSet.of({ from: 0, insert: "# a line more\n" }, length);
    const moved = places.edited(change.desc);
    const after = change.apply(doc);
    for (const [index, line] of [
      [1, 3],
      [2, 4],
      [3, 6],
    ] as const)
      expect(moved.of(index)?.from).toBe(after.line(line).from);
    expect(indices(after.line(4).from, after.line(4).to, moved)).toEqual([2]);
  });

  test("know in which line something was edited", () => {
    const { from } = doc.line(3);
    const moved = places.edited(ChangeSet.of({ from: from + 2, insert: "x" }, doc.length).desc);
    expect(moved.within(0, doc.length).map((place) => moved.isTouched(place))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test("a problem is marked from its place to the end of its word, and one of the whole at the start", () => {
  const doc = Text.of(["init: fork() = a", "a: setpgid(0)"]);
  const at = (line: number, column: number) => ({ line, column, file: "", sourceLine: "" });
  const found = diagnosticsIn(doc, [
    { ...at(2, 4), message: "too few", expected: "two" },
    { ...at(2, 14), message: "ends" },
    { ...at(0, 0), message: "too long" },
  ]);
  const second = doc.line(2).from;
  expect(found.map(({ from, to, message }) => [from, to, message])).toEqual([
    [second + 3, second + 10, "too few; expected two"],
    [second + 13, second + 13, "ends"],
    [0, 0, "too long"],
  ]);
});
