import { describe, expect, test } from "vitest";
import { swapping } from "../src/diff/variants.js";
import { catalog, type Profile, profileNamed } from "../src/model/catalog.js";
import { ModelWorld } from "../src/model/world.js";
import { follow } from "../src/oracle/follow.js";
import { bugsIn, invisible } from "./bugs.js";
import { type Case, casesIn } from "./suite.js";

// Kernels with a planted bug are run as if they were real. If the suite does not find them, it
// would not find the bug in a real kernel either. That nothing at all was compared is a failure
// too.

const cases = casesIn("test/scenarios", "test/museum", "test/found");
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

describe("a planted bug is found by the suite", () => {
  test.each(bugsIn(linux).filter(({ name }) => !invisible.has(name)))("$name", ({ kernel }) => {
    expect(isFound(kernel)).toBe(true);
  });

  test.each([...invisible])("%s cannot be seen: %s", (name) => {
    const bug = bugsIn(linux).find((other) => other.name === name);
    expect(bug && isFound(bug.kernel)).toBe(false);
  });
});

test("two checks the other way round are found where both can be broken at once", () => {
  const order = linux.orders.find(({ call }) => call === "setpgid");
  const names = (order?.entries ?? []).map(({ rule }) => catalog().rules[rule]?.id);
  const first = names.indexOf("setpgid.other-session");
  expect(names[first + 1]).toBe("setpgid.child-execed");
  expect(isFound(swapping(linux, "setpgid", first))).toBe(true);
});
