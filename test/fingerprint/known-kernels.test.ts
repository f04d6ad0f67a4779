import { describe, expect, test } from "vitest";
import { type Fingerprint, fingerprint } from "../../src/fingerprint/fingerprint.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { recordingsOf } from "./model-kernel.js";

// Every kernel of the catalogue is run as if it were unknown. Its fingerprint must name it, and
// every line that is said to be measured must be the line of its own table.

const label = { name: "measured", text: "in a test" };
const all = catalog();

function measuredLines({ answers, calls }: Fingerprint): string[] {
  const given = answers
    .filter(({ standing }) => standing.kind === "measured")
    .map(({ question, alternative }) => `${all.questions[question]?.id}=${alternative}`);
  const rules = calls.flatMap(({ present }) =>
    present
      .filter(({ standing }) => standing.kind === "measured")
      .map(({ rule, breach }) => `${all.rules[rule]?.id} ${breach?.val}`),
  );
  return [...given, ...rules];
}

function linesOf({ answers, orders }: Profile): Set<string> {
  return new Set([
    ...answers.map(({ question, alternative }) => `${all.questions[question]?.id}=${alternative}`),
    ...orders.flatMap(({ entries }) =>
      entries.map(({ rule, breach }) => `${all.rules[rule]?.id} ${breach.val}`),
    ),
  ]);
}

/** The pairs of rules of which the fingerprint says the order, and the table has another. */
function turned({ calls }: Fingerprint, { orders }: Profile): string[] {
  return calls.flatMap(({ call, precedence }) => {
    const { entries = [] } = orders.find((order) => order.call === call) ?? {};
    const placeOf = (rule: number) => entries.findIndex((entry) => entry.rule === rule);
    return precedence
      .filter(({ first, second }) => placeOf(first) > placeOf(second))
      .map(({ first, second }) => `${all.rules[first]?.id} before ${all.rules[second]?.id}`);
  });
}

const kernels = all.profiles.filter(({ orders }) => orders.every(({ ordered }) => ordered));

describe("a known kernel is recognised", () => {
  test.each(kernels)("$name", { timeout: 300_000 }, (kernel) => {
    const found = fingerprint(recordingsOf(kernel), all, label);
    expect(found.nearest[0]).toEqual({ profile: kernel.name, lines: 0, cases: 0 });
    expect(found.leftovers).toEqual([]);
    const own = linesOf(kernel);
    const measured = measuredLines(found);
    expect(measured.filter((line) => !own.has(line))).toEqual([]);
    expect(turned(found, kernel)).toEqual([]);
    const contradicted = found.answers.filter(({ standing }) => standing.kind === "contradicted");
    expect(contradicted).toEqual([]);
    // Some lines no trace can tell; most it can, or nothing was compared.
    expect(measured.length).toBeGreaterThan(own.size / 2);
  });
});

test("a kernel that only keeps to the standard is named so", { timeout: 300_000 }, () => {
  const standard = all.profiles.find(({ name }) => name === "posix") as Profile;
  const found = fingerprint(recordingsOf(standard), all, label);
  expect(found.nearest[0]?.profile).toBe("posix");
  expect(found.violations).toEqual([]);
});
