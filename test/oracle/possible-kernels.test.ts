import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTrace } from "../../src/diff/compare.js";
import { textOf } from "../../src/model/branch.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { follow } from "../../src/oracle/follow.js";
import { blocksOf, parse, type Trace } from "../../src/trace/index.js";
import type { Observation } from "../../src/world.js";
import { casesIn } from "../suite.js";
import { posix, shownBy, withAnswer } from "./kernels.js";

// "The oracle is a set of possible kernels": a test for each part of what the design says of it.

/** What a signal that is blocked and ignored becomes is asked when it is sent, and seen later. */
const hidden = `init: sigaction(SIGUSR1, ignore) = 0
init: sigprocmask(SIG_BLOCK, {SIGUSR1}) = 0
init: raise(SIGUSR1) = 0
init: getpid() = init
init: sigpending()
init: sigpending()
`;
const blocked = "kill.blocked-and-ignored";
const [kept, discarded] = ["kept", "discarded"].map((answer) =>
  withAnswer(posix, blocked, answer),
) as [Profile, Profile];

/** How many kernels are possible after each step. */
function sizes(trace: Trace, observations: readonly Observation[]): number[] {
  return follow(trace, observations, posix).steps.map(({ worlds }) => worlds);
}

/** The observations of one kernel, from a step on those of another. */
function turned(trace: Trace, one: Profile, other: Profile, at: number): Observation[] {
  return [...shownBy(one, trace).slice(0, at), ...shownBy(other, trace).slice(at)];
}

describe("an open question", () => {
  const trace = parse(hidden);

  test.each([
    ["kept", kept],
    ["discarded", discarded],
  ])("forks the state when it is asked, and what is observed prunes it: %s", (_, kernel) => {
    expect(sizes(trace, shownBy(kernel, trace))).toEqual([1, 1, 2, 2, 1, 1]);
  });

  test("stays answered: a kernel that answers otherwise later breaks the standard", () => {
    const observations = turned(trace, kept, discarded, 5);
    const { steps } = follow(trace, observations, posix);
    expect(steps.map(({ differs }) => differs)).toEqual([[], [], [], [], [], ["answer"]]);
    expect(steps[5]?.allowed.map(textOf)).toEqual(["{SIGUSR1}"]);
    const result = compareTrace(trace, "x.trace", { observations }, posix);
    expect(result).toMatchObject({ verdict: "diverged", conformance: "violates" });
    expect(result.divergences[0]?.permitted).toEqual([{ text: ["{SIGUSR1}"], rules: [] }]);
  });

  test("is the same for every process of the kernel", () => {
    const twoProcesses = parse(`init: fork() = a
a: sigaction(SIGUSR1, ignore) = 0
a: sigprocmask(SIG_BLOCK, {SIGUSR1}) = 0
init: sigaction(SIGUSR2, ignore) = 0
init: sigprocmask(SIG_BLOCK, {SIGUSR2}) = 0
init: kill(a, SIGUSR1) = 0
init: raise(SIGUSR2) = 0
a: sigpending()
init: sigpending()
`);
    expect(sizes(twoProcesses, shownBy(kept, twoProcesses))).toEqual([1, 1, 1, 1, 1, 2, 2, 1, 1]);
    const otherwise = turned(twoProcesses, kept, discarded, 8);
    const { steps } = follow(twoProcesses, otherwise, posix);
    expect(steps.findIndex(({ differs }) => differs.length > 0)).toBe(8);
  });

  test("that was not asked may be answered in either way after a divergence", () => {
    for (const kernel of [kept, discarded]) {
      const observations = shownBy(kernel, trace).map((one, i) =>
        i === 3 ? { ...one, answer: { kind: "value" as const, value: "0" } } : one,
      );
      const { steps } = follow(trace, observations, posix);
      expect(steps.map(({ differs }) => differs.length)).toEqual([0, 0, 0, 1, 0, 0]);
    }
  });
});

test("a free choice is asked each time: children are reported in one order, then in the other", () => {
  const lines = ["a", "b", "c", "d"].map((name) => `init: fork() = ${name}`);
  const ends = ["a", "b", "c", "d"].map((name) => `${name}: _exit(0) = ?`);
  const pairs = [...lines, ...ends.slice(0, 2), "init: wait()", "init: wait()"];
  const trace = parse(
    `${[...pairs, ...ends.slice(2), "init: wait()", "init: wait()"].join("\n")}\n`,
  );
  const [oldest, newest] = ["oldest", "newest"].map((order) =>
    withAnswer(posix, "waitpid.order", order),
  ) as [Profile, Profile];
  const mixed = turned(trace, oldest, newest, 8);
  expect(mixed.slice(6, 8)).not.toEqual(mixed.slice(10));
  const { steps } = follow(trace, mixed, posix);
  expect(steps.every(({ differs }) => differs.length === 0)).toBe(true);
});

test("a name may stand for another number in each kernel, and each is followed with its own", () => {
  const trace = parse(`init: fork() = leader
leader: setsid() = leader
leader: fork() = survivor
survivor: setpgid(0, 0) = 0
leader: _exit(0) = ?
init: waitpid(leader, 0) = leader [exited 0]
@ next-pid leader
init: fork() = next
init: getpgid(next) = init
init: setpgid(next, 0) = 0
init: kill(leader, 0)
`);
  const [avoided, reused] = ["avoided", "reused"].map((answer) =>
    withAnswer(posix, "fork.session-id", answer),
  ) as [Profile, Profile];
  for (const kernel of [avoided, reused]) {
    // Where processes are seen, the number of the session tells at once.
    const calls = shownBy(kernel, trace).map(({ answer, effects }) => ({ answer, effects }));
    const [before = 0, ...after] = sizes(trace, calls).slice(5);
    expect(after).toEqual([2 * before, 2 * before, 2 * before, before]);
  }
});

/** A kernel that keeps to the standard: some permitted answer to each question, the rules in some order. */
const someKernel = fc
  .tuple(
    fc.array(fc.nat(), { minLength: posix.answers.length, maxLength: posix.answers.length }),
    fc.tuple(
      ...posix.orders.map(({ entries }) =>
        fc.shuffledSubarray([...entries], { minLength: entries.length }),
      ),
    ),
  )
  .map(([picks, orders]): Profile => {
    const { questions } = catalog();
    const answers = posix.answers.map((answer, i) => {
      const alternatives = questions[answer.question]?.alternatives ?? [];
      const permitted = alternatives.flatMap((one, index) => (one.permitted ? [index] : []));
      return { ...answer, alternative: permitted[(picks[i] ?? 0) % permitted.length] ?? 0 };
    });
    const ordered = posix.orders.map((order, i) => ({
      ...order,
      ordered: true,
      entries: orders[i] ?? [],
    }));
    return { ...posix, answers, orders: ordered as Profile["orders"] };
  });

test("no kernel that keeps to the standard is accused, whatever it answers", () => {
  const suite = casesIn("test/scenarios", "test/museum", "test/found", "examples").filter(
    ({ trace }) => blocksOf(trace).length === 0,
  );
  const someTraces = fc.shuffledSubarray(suite, { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(someKernel, someTraces, (kernel, cases) => {
      for (const { file, trace } of cases) {
        const { steps, boundedAt } = follow(trace, shownBy(kernel, trace), posix);
        const accused = steps.find(({ differs }) => differs.length > 0);
        expect([accused?.step.at.line, boundedAt], file).toEqual([undefined, undefined]);
      }
    }),
    { numRuns: 6 },
  );
});
