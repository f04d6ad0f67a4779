import { describe, expect, test } from "vitest";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";
import { boot, CAPACITY, type Kernel, type Syscall } from "../../src/model/machine.js";

// The machine as the WIT promises it, beside what its calls answer: states are bytes, a call is the
// same however it is made, and nothing that a host passes can leave it half changed.

const linux = profileNamed("linux") as Profile;
const FORK: Syscall = { tag: "fork" };

/** `init` (2) with the children 3, 4 and 5; 3 leads a group, 5 is dead. */
function family(capacity = 8): Kernel {
  const kernel = boot(linux, capacity);
  for (let i = 0; i < 3; i++) kernel.call(2, FORK);
  kernel.setpgid(2, 3, 3);
  kernel.exit(5, 7);
  return kernel;
}

test("equal histories give equal bytes, and so does the way back from another history", () => {
  const kernel = family();
  expect(kernel.snapshot()).toEqual(family().snapshot());
  const before = kernel.snapshot();
  kernel.kill(2, 3, { tag: "named", val: "sigkill" });
  kernel.wait(2);
  expect(kernel.snapshot()).not.toEqual(before);
  kernel.restore(before);
  expect(kernel.snapshot()).toEqual(before);
});

test("a state is taken only by a machine of its capacity", () => {
  const state = family(8).snapshot();
  for (const wrong of [state.slice(1), new Uint8Array(0), family(16).snapshot()]) {
    const kernel = family(8);
    expect(() => kernel.restore(wrong)).toThrow();
    expect(kernel.snapshot()).toEqual(state);
  }
});

test("machines live side by side", () => {
  const [one, other] = [family(), boot(linux, 8)];
  one.call(2, FORK);
  expect(other.processes()).toHaveLength(1);
  expect(one.processes()).toHaveLength(5);
});

test("what is possible leaves the machine as it was", () => {
  const kernel = family();
  const before = kernel.snapshot();
  const { steps, complete } = kernel.possible(2, { tag: "wait" });
  expect(steps).toHaveLength(1);
  expect(complete).toBe(true);
  expect(kernel.snapshot()).toEqual(before);
  kernel.call(2, { tag: "wait" });
  expect(kernel.snapshot()).toEqual(steps[0]?.state);
});

test("a batch makes the same calls as one at a time", () => {
  const words = [
    [2, 0, 0, 0, 0],
    [2, 0, 0, 0, 0],
    [2, 10, 3, 3, 0],
    [3, 7, 0, 0, 0],
    [3, 2, 9, 0, 0],
    [2, 4, 3, 1, 0],
    [3, 3, 0, 0, 0],
  ].flat();
  const kernel = boot(linux, 8);
  const answers = kernel.batch(new Int32Array(words));
  expect([...answers]).toEqual([0, 3, 0, 4, 0, 0, 0, 3, 3, 0, 0, 3, 4, 0]);
  expect(kernel.processes().map(({ pid }) => pid)).toEqual([2, 4]);
});

test("the journal holds the calls made while it was on, as they were made", () => {
  const kernel = family();
  kernel.recordJournal(true);
  const calls: [number, Syscall][] = [
    [2, { tag: "setpgid", val: { process: 4, group: -1 } }],
    [2, { tag: "kill", val: { target: -3, signal: { tag: "named", val: "sigterm" } } }],
    [2, { tag: "waitpid", val: { selector: -1, options: { nohang: true } } }],
    [4, { tag: "exit", val: 3 }],
  ];
  const steps = calls.map(([caller, syscall]) => kernel.call(caller, syscall));
  kernel.recordJournal(false);
  kernel.call(2, FORK);
  const none = {
    untraced: false,
    continued: false,
    unknown: false,
    exited: false,
    nowait: false,
  };
  const written = calls.map(([, syscall]) =>
    syscall.tag === "waitpid"
      ? { ...syscall, val: { ...syscall.val, options: { ...none, nohang: true } } }
      : syscall,
  );
  const journal = kernel.journal();
  expect(journal.map(({ caller }) => caller)).toEqual(calls.map(([caller]) => caller));
  expect(journal.map(({ syscall }) => syscall)).toEqual(written);
  expect(journal.map(({ step }) => step)).toEqual(steps);
});

test("a kernel that is told another answer gives it from then on, and refuses what is none", () => {
  const { questions } = catalog();
  const index = questions.findIndex(({ id }) => id === "setpgid.reach");
  const alternatives = questions[index]?.alternatives.map(({ name }) => name) ?? [];
  const kernel = boot(linux, 8);
  kernel.fork(2);
  kernel.fork(3);
  const move = () => kernel.setpgid(2, 4, 4);
  const refused = { tag: "completed", val: { tag: "refused", val: expect.anything() } };
  expect(move()).toEqual(refused);
  const before = kernel.snapshot();
  for (const [q, a] of [
    [index, alternatives.length],
    [questions.length, 0],
  ] as const) {
    expect(kernel.answer(q, a)).toBe(false);
  }
  expect(kernel.snapshot()).toEqual(before);
  expect(kernel.answer(index, alternatives.indexOf("descendant"))).toBe(true);
  expect(move()).toEqual({ tag: "completed", val: { tag: "returned", val: 0 } });
});

test("a full table with a hole in it has room for one more", () => {
  const kernel = boot(linux, CAPACITY.min);
  for (let i = 0; i < 3; i++) expect(kernel.fork(2)).toMatchObject({ tag: "completed" });
  const full = kernel.fork(2);
  expect(full).toEqual({ tag: "completed", val: { tag: "refused", val: { errno: "eagain" } } });
  kernel.exit(3, 0);
  kernel.wait(2);
  expect(kernel.fork(2)).toEqual({ tag: "completed", val: { tag: "returned", val: 6 } });
});

describe("a profile that is not whole is refused with the reason", () => {
  const { orders, answers } = linux;
  test.each([
    ["an order too few", { ...linux, orders: orders.slice(1) }, "one order for each of"],
    ["orders mixed up", { ...linux, orders: [...orders].reverse() }, "order 1 must be that of"],
    ["an answer too few", { ...linux, answers: answers.slice(1) }, "answers every question once"],
    [
      "a rule that does not exist",
      { ...linux, orders: orders.map((order) => ({ ...order, entries: [rule(999)] })) },
      "there is no rule 999",
    ],
    [
      "a rule of another call",
      { ...linux, orders: orders.map((order) => ({ ...order, entries: [rule(0)] })) },
      "cannot hold the rule",
    ],
  ])("%s", (_, profile, message) => {
    expect(() => boot(profile, 8)).toThrow(RangeError);
    expect(() => boot(profile, 8)).toThrow(message);
  });

  test.each([3, 251, 4.5, Number.NaN])("a capacity of %d", (capacity) => {
    expect(() => boot(linux, capacity)).toThrow(RangeError);
  });
});

function rule(index: number): Profile["orders"][number]["entries"][number] {
  return { rule: index, breach: { tag: "errno", val: "eperm" }, evidence: "source" };
}

test("no id stands for two things", () => {
  const { rules, questions } = catalog();
  const ids = [...rules, ...questions].map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test("an id is the name of its call and a kebab-case word", () => {
  const { rules, questions } = catalog();
  const ids = [...rules, ...questions].map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z_]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});
