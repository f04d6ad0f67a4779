import { describe, expect, test } from "vitest";
import { answering, swapping, without } from "../src/diff/variants.js";
import { catalog, type Profile, profileNamed } from "../src/model/catalog.js";
import { ModelWorld } from "../src/model/world.js";
import { follow } from "../src/oracle/follow.js";
import { type Case, casesIn } from "./suite.js";

// Kernels with a planted bug are run as if they were real. If the suite does not find them, it
// would not find the bug in a real kernel either. That nothing at all was compared is a failure
// too.

const cases = casesIn("test/scenarios", "test/museum");
const linux = profileNamed("linux") as Profile;

/** Whether a kernel does in this case what linux does not. That nothing was compared is an error. */
function isCaught(kernel: Profile, { trace, file }: Case): boolean {
  const { steps } = follow(trace, new ModelWorld(kernel).runNow(trace).observations, linux);
  if (steps.length === 0) throw new Error(`${file}: nothing was compared`);
  return steps.some(({ differs }) => differs.length > 0);
}

/** Whether any case finds the kernel out. */
function isFound(kernel: Profile): boolean {
  return cases.some((one) => isCaught(kernel, one));
}

test("the kernel that is as it should be is not accused", () => {
  expect(cases.length).toBeGreaterThan(0);
  expect(cases.filter((one) => isCaught(linux, one)).map(({ file }) => file)).toEqual([]);
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
    expect(isFound(kernel)).toBe(true);
  });

  test.each([...invisible])("%s cannot be seen: %s", (name) => {
    const bug = bugs().find(([other]) => other === name);
    expect(bug && isFound(bug[1])).toBe(false);
  });
});

test("two checks the other way round are found where both can be broken at once", () => {
  const order = linux.orders.find(({ call }) => call === "setpgid");
  const names = (order?.entries ?? []).map(({ rule }) => catalog().rules[rule]?.id);
  const first = names.indexOf("setpgid.other-session");
  expect(names[first + 1]).toBe("setpgid.child-execed");
  expect(isFound(swapping(linux, "setpgid", first))).toBe(true);
});
