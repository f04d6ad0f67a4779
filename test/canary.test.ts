import { describe, expect, test } from "vitest";
import { compareTrace } from "../src/diff/compare.js";
import { answering, swapping, without } from "../src/diff/variants.js";
import { catalog, type Profile, profileNamed } from "../src/model/catalog.js";
import { ModelWorld } from "../src/model/world.js";
import { casesIn } from "./suite.js";

// Kernels with a planted bug are run as if they were real. If the suite does not find them, it
// would not find the bug in a real kernel either. That nothing at all was compared is a failure
// too.

const cases = casesIn("test/scenarios", "test/museum");
const linux = profileNamed("linux") as Profile;

/** The cases in which a kernel is caught doing what linux does not, and how many were compared. */
function caught(kernel: Profile): { found: string[]; compared: number } {
  const world = new ModelWorld(kernel);
  const results = cases.map(({ trace, file }) =>
    compareTrace(trace, file, world.runNow(trace), linux),
  );
  const found = results.filter(({ verdict }) => verdict === "diverged").map(({ name }) => name);
  return {
    found,
    compared: results.filter(({ verdict }) => verdict === "agreed").length + found.length,
  };
}

test("the kernel that is as it should be is not accused", () => {
  const { found, compared } = caught(linux);
  expect(found).toEqual([]);
  expect(compared).toBe(cases.length);
});

/** Every bug of one kind that can be planted in linux, by name. */
const bugs = (): [string, Profile][] => {
  const { rules, questions } = catalog();
  const dropped = linux.orders.flatMap(({ entries }) =>
    entries.map(({ rule }): [string, Profile] => [`no ${rules[rule]?.id}`, without(linux, rule)]),
  );
  const answered = linux.answers.flatMap(({ question, alternative }) =>
    (questions[question]?.alternatives ?? []).flatMap(({ name }, other): [string, Profile][] =>
      other === alternative
        ? []
        : [[`${questions[question]?.id} answered ${name}`, answering(linux, question, other)]],
    ),
  );
  return [...dropped, ...answered];
};

/** Bugs that no trace of these calls can show on linux, with the reason. */
const invisible = new Map([
  ["kill.zombie-group answered skipped", "the rule that asks is not in the order of linux"],
  ["getpgid.across-sessions answered hidden", "the rule that asks is not in the order of linux"],
  [
    "setpgid.group-session answered target",
    "setpgid.other-session refuses every target that is in another session than the caller",
  ],
  ["waitpid.order answered any", "the first of any is the oldest, and the planted kernel takes it"],
]);

describe("a planted bug is found by the suite", () => {
  test.each(bugs().filter(([name]) => !invisible.has(name)))("%s", (_, kernel) => {
    expect(caught(kernel).found.length).toBeGreaterThan(0);
  });

  test.each([...invisible])("%s cannot be seen: %s", (name) => {
    const bug = bugs().find(([other]) => other === name);
    expect(bug && caught(bug[1]).found).toEqual([]);
  });
});

test("two checks the other way round are found where both can be broken at once", () => {
  const order = linux.orders.find(({ call }) => call === "setpgid");
  const names = (order?.entries ?? []).map(({ rule }) => catalog().rules[rule]?.id);
  const first = names.indexOf("setpgid.other-session");
  expect(names[first + 1]).toBe("setpgid.child-execed");
  expect(caught(swapping(linux, "setpgid", first)).found.length).toBeGreaterThan(0);
});
