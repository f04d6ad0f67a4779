import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseResult, Report } from "../../src/diff/result.js";
import {
  conflicts,
  merge,
  missing,
  type Piece,
  plainStyle,
  reporters,
} from "../../src/report/index.js";
import { everyVerdict, reportOn } from "./reports.js";

const suite = `sha256:${"0".repeat(64)}`;

/** What `count` shards report of these cases, each case in the shard that is named for it. */
function shards(cases: readonly CaseResult[], owners: readonly number[], count: number): Piece[] {
  return Array.from({ length: count }, (_, i) => {
    const places = cases.flatMap((_, place) => (owners[place] === i ? [place] : []));
    const report = reportOn(places.flatMap((place) => cases[place] ?? []));
    const shard = { index: i + 1, count, total: cases.length, suite, places };
    return { file: `${i + 1}.blob.json`, report: { ...report, shard } };
  });
}

const { cases } = everyVerdict();
const two = shards(cases, [0, 1, 0, 1, 0, 1], 2) as [Piece, Piece];

/** The pieces with the second one's report changed. */
function changed(change: (report: Report) => Partial<Report>): Piece[] {
  const [first, second] = two;
  return [first, { ...second, report: { ...second.report, ...change(second.report) } }];
}

test("merged shards are the whole in every form, however they were cut and in whatever order", () => {
  const count = 4;
  const owners = fc.array(fc.nat(count - 1), { minLength: cases.length, maxLength: cases.length });
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: count });
  fc.assert(
    fc.property(owners, order, (owned, places) => {
      const pieces = shards(cases, owned, count);
      const mixed = places.flatMap((place) => pieces[place] ?? []);
      expect([conflicts(mixed), missing(mixed)]).toEqual([[], ""]);
      const whole = everyVerdict();
      const durationMs = count * whole.summary.durationMs;
      const expected = { ...whole, summary: { ...whole.summary, durationMs } };
      const merged = merge(mixed as [Piece, ...Piece[]]);
      for (const { render } of reporters.values()) {
        expect(render(merged, plainStyle)).toBe(render(expected, plainStyle));
      }
    }),
    { numRuns: 25 },
  );
});

test("a report of all cases is merged with none", () => {
  const whole = { file: "whole.blob.json", report: everyVerdict() };
  expect([conflicts([whole]), missing([whole])]).toEqual([[], ""]);
  expect(merge([whole])).toEqual(whole.report);
  expect(conflicts([two[0], whole])[0]).toMatch(/its number of shards is 1, but that of 1\.blob/);
});

describe("what does not belong together is told with both sides", () => {
  const { target } = two[0].report;
  test.each<[string, Partial<Report>, string]>([
    ["profile", { profile: "gvisor" }, "its profile is gvisor, but that of 1.blob.json is linux"],
    ["command", { command: "diff" }, "its command is diff, but that of 1.blob.json is check"],
    [
      "kernel",
      { target: { ...target, kernel: "Linux 6.1" } },
      "its kernel is Linux 6.1, but that of 1.blob.json is Linux 4.4.0 x86_64",
    ],
    [
      "isolation",
      { target: { ...target, isolation: "namespace" } },
      "its isolation is namespace, but that of 1.blob.json is subreaper",
    ],
    [
      "command in front",
      { target: { ...target, via: null } },
      "its --via is none, but that of 1.blob.json is runsc do",
    ],
  ])("another %s", (_, change, message) => {
    expect(conflicts(changed(() => change))).toEqual([`2.blob.json: ${message}`]);
  });

  test("other traces", () => {
    const other = (digest: string) => `sha256:${digest.repeat(64)}`;
    const pieces = changed(({ shard }) =>
      shard ? { shard: { ...shard, suite: other("a") } } : {},
    );
    expect(conflicts(pieces)).toEqual([
      "2.blob.json: its suite is 6 traces with the digest aaaaaaaaaaaa, but that of 1.blob.json is 6 traces with the digest 000000000000",
    ]);
  });
});

test("a shard that is there twice is told with both files", () => {
  const again = { ...two[0], file: "again.blob.json" };
  expect(conflicts([...two, again])).toEqual(["again.blob.json: shard 1/2 is 1.blob.json already"]);
});

test("the shards that are not there are named", () => {
  const four = shards(cases, [0, 1, 2, 3, 0, 1], 4) as [Piece, Piece, Piece, Piece];
  expect(missing([four[1], four[3]])).toBe("1/4 and 3/4");
  expect(missing([four[0], four[1], four[3]])).toBe("3/4");
});

test("people see that a shard is not all", () => {
  const text = reporters.get("text")?.render(two[1].report, plainStyle);
  expect(text).toContain("   shard  2 of 2: 3 of the 6 cases\n");
  const xml = reporters.get("junit")?.render(two[1].report, plainStyle);
  expect(xml).toContain('<property name="shard" value="2/2"/>');
});
