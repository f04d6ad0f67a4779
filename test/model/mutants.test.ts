import { expect, test } from "vitest";
import { without } from "../../src/diff/variants.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { mismatches } from "../../src/oracle/expect.js";
import { listOf } from "../../src/trace/index.js";
import { type Case, casesIn } from "../suite.js";

// A rule that can be removed from a kernel's order without any trace noticing is a rule the suite
// does not test.

const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples");

/** The trace that notices; those whose front matter names the rule are tried first. */
function killer(mutant: Profile, rule: string): Case | undefined {
  const naming = cases.filter(({ trace }) => listOf(trace, "rules").includes(rule));
  const all = [...naming, ...cases.filter((other) => !naming.includes(other))];
  return all.find(({ trace }) => mismatches(trace, mutant).length > 0);
}

test("every rule of every order is missed by some trace when it is gone", {
  timeout: 120_000,
}, () => {
  const { profiles, rules } = catalog();
  const survivors: string[] = [];
  let total = 0;
  for (const profile of profiles) {
    for (const { entries } of profile.orders) {
      for (const { rule } of entries) {
        total++;
        const id = rules[rule]?.id ?? "";
        if (!killer(without(profile, rule), id)) survivors.push(`${profile.name} without ${id}`);
      }
    }
  }
  console.log(`mutants killed: ${total - survivors.length} of ${total}`);
  expect(total).toBeGreaterThan(0);
  expect(survivors).toEqual([]);
});

test("every rule, and every alternative of every question, has a scenario that names it", () => {
  const scenarios = casesIn("test/scenarios");
  const named = new Set(
    scenarios.flatMap(({ trace }) => [...listOf(trace, "rules"), ...listOf(trace, "questions")]),
  );
  const wanted = [
    ...catalog().rules.map(({ id }) => id),
    ...catalog().questions.flatMap(({ id, alternatives }) =>
      alternatives.map(({ name }) => `${id}=${name}`),
    ),
  ];
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});

test("no scenario names a rule or an alternative that does not exist", () => {
  const rules = catalog().rules.map(({ id }) => id);
  const answers = catalog().questions.flatMap(({ id, alternatives }) =>
    alternatives.map(({ name }) => `${id}=${name}`),
  );
  const unknown = cases.flatMap(({ file, trace }) => [
    ...listOf(trace, "rules")
      .filter((id) => !rules.includes(id))
      .map((id) => `${file}: ${id}`),
    ...listOf(trace, "questions")
      .filter((id) => !answers.includes(id))
      .map((id) => `${file}: ${id}`),
  ]);
  expect(unknown).toEqual([]);
});
