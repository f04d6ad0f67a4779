import { describe, expect, test, vi } from "vitest";
import { caseName, compareTrace, withDifference } from "../../src/diff/compare.js";
import type { CaseResult } from "../../src/diff/result.js";
import { answering, unordered, without } from "../../src/diff/variants.js";
import { capacityFor } from "../../src/model/branch.js";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";
import { machineFor } from "../../src/model/machine.js";
import { ModelWorld } from "../../src/model/world.js";
import { forecast, mismatches } from "../../src/oracle/expect.js";
import { type Answer, parse } from "../../src/trace/index.js";
import type { Observation } from "../../src/world.js";

// The comparison, on kernels that do what they are told to: each is the model of some profile, with
// an answer changed where a test needs one that no profile gives.

const profile = (name: string) => profileNamed(name) as Profile;
const linux = profile("linux");

/** What a kernel does, held to a profile. */
function held(
  text: string,
  kernel: Profile,
  to: Profile,
  change = (all: readonly Observation[]) => all,
): CaseResult {
  const trace = parse(text);
  const { observations } = new ModelWorld(kernel).runNow(trace);
  return compareTrace(trace, "x.trace", { observations: change(observations) }, to);
}

/** The observations with another answer at one step. */
const answer = (index: number, changed: Answer) => (all: readonly Observation[]) =>
  all.map((one, i) => (i === index ? { ...one, answer: changed } : one));

const execed =
  "init: fork() = job\njob: execve() = 0\ninit: setpgid(job, job)\ninit: getpgid(job)\n";

test("a divergence names the rule that the kernel lacks, and those that answer like it", () => {
  const { verdict, conformance, divergences } = held(execed, profile("asterinas"), linux);
  expect([verdict, conformance]).toEqual(["diverged", "violates"]);
  expect(divergences).toHaveLength(1);
  expect(divergences[0]).toMatchObject({
    call: "init: setpgid(job, job)",
    observed: ["0"],
    allowed: [{ text: ["-1 EACCES"], rules: ["setpgid.child-execed"] }],
    answersLike: ["asterinas"],
    breaksStandard: true,
    order: false,
    lost: false,
  });
  expect(divergences[0]?.speaks).toContain("setpgid.child-execed");
});

test("after a divergence the oracle goes on from what was observed", () => {
  const { divergences } = held(execed, profile("asterinas"), linux);
  expect(divergences.map(({ index }) => index)).toEqual([2]);
});

test("where it cannot go on it says so, and compares no further", () => {
  const asleep = answer(1, { kind: "blocked" });
  const text = "init: fork() = job\njob: getpid() = job\njob: getpid() = job\n";
  const state = (all: readonly Observation[]) =>
    asleep(all).map((one, i) =>
      i === 0
        ? one
        : {
            ...one,
            processes: (one.processes ?? []).map((row) => ({ ...row, state: "blocked" as const })),
          },
    );
  const { divergences } = held(text, linux, linux, state);
  expect(divergences.map(({ index, lost }) => [index, lost])).toEqual([[1, true]]);
});

test("two rules that are broken at once tell the order of the checks", () => {
  const text = "init: fork() = job\njob: execve() = 0\ninit: setpgid(job, unused)\n";
  const { divergences } = held(text, profile("asterinas"), linux);
  expect(divergences[0]).toMatchObject({ order: true, breaksStandard: false });
  expect(divergences[0]?.speaks).toEqual(
    expect.arrayContaining(["setpgid.child-execed", "setpgid.group-absent"]),
  );
});

test("an answer to a question that would explain it is named", () => {
  const text = "init: fork() = a\na: fork() = b\ninit: setpgid(b, 0)\n";
  const { divergences } = held(text, profile("darwin"), linux);
  expect(divergences[0]?.speaks).toContain("setpgid.reach");
});

test("processes that are elsewhere are told though the answer is the same", () => {
  const text = "init: fork() = job\ninit: setpgid(job, job) = 0\n";
  const stay = (all: readonly Observation[]) =>
    all.map((one) => ({
      ...one,
      processes: (one.processes ?? []).map((row) => ({ ...row, group: "init" })),
    }));
  const { divergences } = held(text, linux, linux, stay);
  expect(divergences[0]?.rows).toMatchObject([
    { name: "job", expected: { group: "job" }, observed: { group: "init" } },
  ]);
});

test.each(["EAGAIN", "ENOMEM"])("a machine that gives %s for a fork is no divergence", (errno) => {
  const refused = answer(1, { kind: "error", errno });
  const text = "init: getpid() = init\ninit: fork() = job\njob: getpid()\n";
  const { verdict, conformance, reason } = held(text, linux, linux, refused);
  expect([verdict, conformance]).toEqual(["broken", "unknown"]);
  expect(reason).toContain(errno);
});

test("a divergence tells the steps since the one before it, so a report grows with its trace", () => {
  const leader = `init: fork() = a\na: setsid()\n${"a: setpgid(0, 0)\n".repeat(50)}`;
  const { divergences } = held(leader, profile("gvisor"), linux);
  expect(divergences).toHaveLength(50);
  expect(divergences.map(({ before }) => before.length)).toEqual([2, ...Array(49).fill(0)]);
});

test("what keeps to the standard but not to the kernel expected is only different", () => {
  const text = "init: fork() = a\na: fork() = b\na: _exit(0)\nb: getppid()\n";
  const trace = parse(text);
  const transcript = new ModelWorld(profile("darwin")).runNow(trace);
  const result = compareTrace(trace, "x.trace", transcript, profile("posix"));
  expect(result).toMatchObject({ verdict: "agreed", conformance: "conforms", different: null });
  const { different } = withDifference(result, trace, transcript, linux);
  expect(different).toContain("exit.new-parent");
});

describe("the choices of a scheduler", () => {
  const zombies = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const lines = [
    ...zombies.map((name) => `init: fork() = ${name}`),
    ...zombies.map((name) => `${name}: _exit(1)`),
    ...zombies.map(() => "init: wait()"),
  ];

  test("ways that lead to one state are followed once", () => {
    const forecasts = forecast(parse(`${lines.join("\n")}\n`), profile("posix"));
    expect(forecasts.slice(-8).map(({ branches }) => branches.length)).toEqual([
      8, 8, 8, 8, 8, 8, 8, 8,
    ]);
    expect(forecasts.every(({ complete }) => complete)).toBe(true);
  });

  test("more than can be listed is said, not dropped", () => {
    const trace = parse("init: fork() = job\ninit: kill(job, SIGTERM) = -1 EPERM\n");
    const machine = machineFor(linux, capacityFor(trace));
    const possible = machine.possible.bind(machine);
    const spy = vi.spyOn(machine, "possible").mockImplementation((state, caller, syscall) => {
      const ways = possible(state, caller, syscall);
      return syscall.tag === "kill" ? { steps: [], complete: false } : ways;
    });
    const forecasts = forecast(trace, linux);
    expect(forecasts.map(({ complete }) => complete)).toEqual([true, false]);
    expect(mismatches(trace, linux, forecasts)).toEqual([]);
    const { observations, obstacle } = new ModelWorld(linux).runNow(trace);
    expect(observations).toHaveLength(1);
    expect(obstacle?.reason).toMatch(/more can happen than the model lists/);
    const seen = [...observations, { answer: { kind: "value" as const, value: "0" }, effects: [] }];
    const result = compareTrace(trace, "x.trace", { observations: seen }, linux);
    expect(result).toMatchObject({ verdict: "broken", divergences: [] });
    expect(result.reason).toBe(
      "more can happen at line 2, `init: kill(job, SIGTERM)`, than the model follows, so nothing can be said from line 2 on",
    );
    spy.mockRestore();
  });
});

test("variants change what they say and nothing else", () => {
  const { rules } = catalog();
  const index = rules.findIndex(({ id }) => id === "setpgid.child-execed");
  const fewer = without(linux, index);
  const count = ({ orders }: Profile) => orders.flatMap(({ entries }) => entries).length;
  expect(count(fewer)).toBe(count(linux) - 1);
  expect(unordered(linux).orders.every(({ ordered }) => !ordered)).toBe(true);
  expect(answering(linux, 0, 1).answers.filter((a, i) => a !== linux.answers[i])).toHaveLength(1);
});

test.each([
  ["test/scenarios/setpgid/reach.trace", "scenarios/setpgid/reach"],
  ["/far/away/test/museum/pgid-reuse.trace", "museum/pgid-reuse"],
  ["examples/tutorial/inheritance.trace", "tutorial/inheritance"],
  ["mine/own.trace", "mine/own"],
])("%s is the case %s", (file, name) => {
  expect(caseName(file)).toBe(name);
});

describe("a kernel that does not show who has a terminal", () => {
  const text = [
    "init: openpty() = tty",
    "init: fork() = leader",
    "leader: setsid()",
    "leader: ioctl(tty, TIOCSCTTY, 0)",
    "leader: fork() = job",
    "job: setpgid(0, 0)",
    "leader: tcsetpgrp(tty, job)",
    "job: tcgetpgrp(tty)\n",
  ].join("\n");
  const hidden = (all: readonly Observation[]) =>
    all.map((one) => ({
      ...one,
      processes: one.processes?.map((row) => ({ ...row, terminal: "?", foreground: "?" })) ?? [],
    }));

  test("agrees in what it does show", () => {
    expect(held(text, linux, linux, hidden).verdict).toBe("agreed");
  });

  test("keeps its terminals when it diverges in something else", () => {
    const zero = answer(2, { kind: "value", value: "0" });
    const { divergences } = held(text, linux, linux, (all) => hidden(zero(all)));
    expect(divergences.map(({ call }) => call)).toEqual(["leader: setsid()"]);
  });
});
