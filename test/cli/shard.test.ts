import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasRun, partOf, shardNumber } from "../../src/cli/shard.js";
import type { Source } from "../../src/cli/traces.js";
import type { ShardNumber } from "../../src/diff/result.js";
import { parse } from "../../src/trace/index.js";

const trace = parse("init: getpid()\n");

function sources(names: readonly string[]): Source[] {
  return names.map((name) => {
    const file = `test/scenarios/${name}.trace`;
    return { path: file, file, text: name, trace };
  });
}

/** The shard of each trace, by its name; a trace in two shards fails. */
function shardsOf(names: readonly string[], count: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const index of numbers(count)) {
    for (const { text } of partOf(sources(names), { index, count }).sources) {
      expect(found.has(text), `${text} is in two shards`).toBe(false);
      found.set(text, index);
    }
  }
  return found;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const someNames = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 40 });
const someCount = fc.integer({ min: 1, max: 9 });

describe("the shards of a suite", () => {
  test("have every trace between them, each once, in the order of the suite", () => {
    fc.assert(
      fc.property(someNames, someCount, (names, count) => {
        const found = shardsOf(names, count);
        expect([...found.keys()].sort()).toEqual([...names].sort());
        for (const index of numbers(count)) {
          const part = partOf(sources(names), { index, count });
          const own = names.filter((name) => found.get(name) === index);
          expect(part.sources.map(({ text }) => text)).toEqual(own);
          expect(part.shard.places.map((place) => names[place])).toEqual(own);
        }
      }),
    );
  });

  test("are of one size, but for one trace", () => {
    fc.assert(
      fc.property(someNames, someCount, (names, count) => {
        const shards = [...shardsOf(names, count).values()];
        const sizes = numbers(count).map((index) => shards.filter((one) => one === index).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("stay as they are when a trace is added, but for one old trace at each cut", () => {
    fc.assert(
      fc.property(someNames, someCount, fc.nat(), (names, count, at) => {
        const place = at % (names.length + 1);
        const before = shardsOf(names, count);
        const after = shardsOf([...names.slice(0, place), "Added", ...names.slice(place)], count);
        const moved = names.filter((name) => before.get(name) !== after.get(name));
        expect(moved.length).toBeLessThan(count);
      }),
    );
  });

  test("do not depend on where the suite lies", () => {
    const here = sources(["a", "b", "c", "d", "e", "f"]);
    const there = here.map((source) => ({ ...source, file: `/far/away/${source.file}` }));
    const half: ShardNumber = { index: 1, count: 2 };
    expect(partOf(there, half).shard).toEqual(partOf(here, half).shard);
  });

  test("tell suites apart whose traces have the same names", () => {
    const [first] = sources(["a"]) as [Source];
    const whole: ShardNumber = { index: 1, count: 1 };
    const digestOf = (text: string) => partOf([{ ...first, text }], whole).shard.suite;
    expect(digestOf("a")).toBe(digestOf("a"));
    expect(digestOf("b")).not.toBe(digestOf("a"));
  });
});

test("every run of a seed is in one shard", () => {
  const shards = numbers(3).map((index) => ({ index, count: 3 }));
  const runs = shards.map((shard) => [0, 1, 2, 3, 4, 5, 6].filter((run) => hasRun(shard, run)));
  expect(runs).toEqual([
    [0, 3, 6],
    [1, 4],
    [2, 5],
  ]);
});

test("a shard is written i/n, from 1", () => {
  expect(shardNumber("1/1")).toEqual({ index: 1, count: 1 });
  expect(shardNumber("10/12")).toEqual({ index: 10, count: 12 });
});

test.each(["", "2", "0/4", "5/4", "0/0", "-1/4", "1/4/2", "a/b", "1.5/4", " 1/4", "1/99999"])(
  "`%s` is no shard",
  (text) => {
    expect(() => shardNumber(text)).toThrow(/the i-th of n parts, from 1\/n to n\/n, such as 2\/4/);
  },
);
