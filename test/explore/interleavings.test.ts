import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scheduleProblem, schedulesOf } from "../../src/explore/schedules.js";
import { textOf } from "../../src/model/branch.js";
import type { Profile } from "../../src/model/catalog.js";
import { forecast, mismatches } from "../../src/oracle/expect.js";
import type { Outcome } from "../../src/oracle/outcomes.js";
import { parse, printSchedule, readSchedule, type Trace } from "../../src/trace/index.js";
import { profile } from "../report/reports.js";
import { bruteForce, type Seen, seenText } from "./brute-force.js";

// A block in every order. The search merges what nobody can tell apart; here it is held to
// one that merges nothing, made of the oracle of plain traces.

const linux = profile("linux");
const posix = profile("posix");

function seenOf({ steps, processes }: Outcome): Seen {
  const texts = steps.map(({ step, branch }) => `${step.at.line} ${textOf(branch)}`);
  return seenText(texts, processes);
}

function outcomesIn(trace: Trace, kernel: Profile): readonly Outcome[] {
  return forecast(trace, kernel).find(({ block }) => block)?.block?.outcomes ?? [];
}

/** Calls of two or three processes that get into each other's way. */
const calls = {
  shell: [
    "setpgid(job, job)",
    "setpgid(other, job)",
    "kill(-job, SIGTERM)",
    "kill(job, SIGSTOP)",
    "kill(job, SIGCONT)",
    "waitpid(job, 0)",
    "waitpid(-1, WUNTRACED|WNOHANG)",
    "getpgid(job)",
  ],
  job: ["setpgid(0, 0)", "execve()", "setsid()", "_exit(3)", "pause()", "kill(0, SIGCONT)"],
  other: ["setpgid(0, job)", "kill(job, SIGKILL)", "_exit(0)", "getpgid(job)"],
};

const blocks = fc
  .tuple(
    fc.array(fc.constantFrom(...calls.shell), { maxLength: 2 }),
    fc.array(fc.constantFrom(...calls.job), { minLength: 1, maxLength: 2 }),
    fc.array(fc.constantFrom(...calls.other), { maxLength: 1 }),
  )
  .map(([shell, job, other]) => {
    const lines = [
      ...shell.map((call) => `  shell: ${call}`),
      ...job.map((call) => `  job: ${call}`),
      ...other.map((call) => `  other: ${call}`),
    ];
    return [
      "init: fork() = shell",
      "shell: fork() = job",
      "shell: fork() = other",
      "parallel {",
      ...lines,
      "}",
      "",
    ].join("\n");
  });

describe.each([linux, posix])("a block under $name", (kernel) => {
  test("comes to what comes of its orders one by one", () => {
    fc.assert(
      fc.property(blocks, (text) => {
        const trace = parse(text);
        const wanted = bruteForce(trace, kernel);
        const outcomes = outcomesIn(trace, kernel);
        expect(new Set(outcomes.map(seenOf))).toEqual(new Set(wanted.keys()));
        for (const outcome of outcomes) {
          const schedules = wanted.get(seenOf(outcome)) ?? new Set();
          expect(outcome.schedules).toBe(schedules.size);
          expect(schedules).toContain(outcome.schedule[0]?.join());
        }
      }),
      { numRuns: 100 },
    );
  });

  test("has the schedules that are listed, and no other", () => {
    fc.assert(
      fc.property(blocks, (text) => {
        const trace = parse(text);
        const wanted = new Set([...bruteForce(trace, kernel).values()].flatMap((all) => [...all]));
        const { list, total, complete } = schedulesOf(trace, kernel);
        expect(complete).toBe(true);
        expect(total).toBe(wanted.size);
        expect(list.every((schedule) => wanted.has(printSchedule(schedule)))).toBe(true);
        for (const schedule of list)
          expect(scheduleProblem(trace, kernel, schedule)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  test("comes in one order to what that order leads to", () => {
    fc.assert(
      fc.property(blocks, (text) => {
        const trace = parse(text);
        for (const outcome of outcomesIn(trace, kernel)) {
          const only = forecast(trace, kernel, { schedule: outcome.schedule }).find(
            ({ block }) => block,
          )?.block;
          expect(only?.outcomes.map(seenOf)).toContain(seenOf(outcome));
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("processes that have nothing to do with each other have one outcome, however many orders", () => {
  const names = ["a", "b", "c", "d"];
  const steps = names.flatMap((name) => Array(6).fill(`  ${name}: getpid() = ${name}\n`)).join("");
  const forks = names.map((name) => `init: fork() = ${name}\n`).join("");
  const trace = parse(`${forks}parallel {\n${steps}}\n`);
  const block = forecast(trace, linux).at(-1)?.block;
  // 24! / (6!)^4
  expect(block?.schedules).toBe(2308743493056);
  expect([block?.outcomes.length, block?.classes]).toEqual([1, 1]);
  const { list, total, complete } = schedulesOf(trace, linux);
  expect([list.length, total, complete]).toEqual([1, 2308743493056, true]);
});

describe("a process that cannot make its next step has no turn", () => {
  const sleeps = parse(`init: fork() = job
parallel {
  init: waitpid(job, 0)
  init: getpid()
  job: _exit(0)
}
`);

  test("while its call has not returned", () => {
    const schedules = schedulesOf(sleeps, linux).list.map(printSchedule);
    expect(schedules).toEqual(["init,job,init", "job,init,init"]);
    const impossible = readSchedule("init,init,job", sleeps);
    expect(scheduleProblem(sleeps, linux, impossible)).toBe(
      "after `init` `init` cannot make its next step",
    );
    expect(scheduleProblem(sleeps, linux, readSchedule("init", sleeps))).toBe(
      "after `init` there is somebody who can go on",
    );
  });

  test("and if nobody has one, the block ends and says who waits", () => {
    const stuck = parse(`init: fork() = a
parallel {
  init: waitpid(a, 0) <unfinished ...>
  init: getpid() <not run>
  a: pause() <unfinished ...>
  a: getpid() <not run>
}
`);
    const outcomes = outcomesIn(stuck, linux);
    expect(outcomes.map(({ waiting }) => waiting)).toEqual([["init", "a"]]);
    expect(mismatches(stuck, linux)).toEqual([]);
  });

  test("nor has one that was not made yet, or is about somebody who was not", () => {
    const made = parse(`parallel {
  init: fork() = job
  init: getpgid(job) = init
  job: setpgid(0, 0)
}
init: getpgid(job) = job
`);
    const schedules = schedulesOf(made, linux).list.map(printSchedule);
    expect(schedules).toEqual(["init,init,job", "init,job,init"]);
  });
});

test("two blocks: a schedule has a part for each", () => {
  const trace = parse(`init: fork() = a
init: fork() = b
parallel {
  a: setpgid(0, 0)
  b: setpgid(0, a)
}
parallel {
  a: _exit(0)
  b: getpgrp()
}
b: getpgrp() = a | init
`);
  expect(mismatches(trace, linux)).toEqual([]);
  expect(schedulesOf(trace, linux).list.map(printSchedule)).toEqual([
    "a,b/a,b",
    "a,b/b,a",
    "b,a/a,b",
    "b,a/b,a",
  ]);
  const last = forecast(trace, linux).at(-1)?.branches ?? [];
  expect(last.map(({ answer, schedule }) => [answer, printSchedule(schedule)])).toEqual([
    [{ kind: "value", value: "a" }, "a,b/a,b"],
    [{ kind: "value", value: "init" }, "b,a/a,b"],
  ]);
});

test("more ways than are followed are not dropped silently", () => {
  // Each process is told from the others by its group, so that no two orders are alike.
  const names = Array.from({ length: 12 }, (_, i) => `p${i}`);
  const forks = names.map((name) => `init: fork() = ${name}\n`).join("");
  const steps = names.map((name) => `  ${name}: fork() = ${name}_child\n`).join("");
  const trace = parse(`${forks}parallel {\n${steps}}\n`);
  expect(forecast(trace, linux).at(-1)?.complete).toBe(false);
  expect(schedulesOf(trace, linux).complete).toBe(false);
});

describe("what a block states", () => {
  const block = (lines: string) =>
    parse(`init: fork() = job\nparallel {\n${lines}  job: execve() = 0\n}\n`);
  const told = (lines: string, kernel: Profile) =>
    mismatches(block(lines), kernel).map(({ stated, possible }) => [stated, possible]);

  test("every answer that some order gives, under every profile", () => {
    const lines = "  init: setpgid(job, job) = 0 | -1 EACCES\n";
    expect(told(lines, posix)).toEqual([]);
    expect(told(lines, linux)).toEqual([]);
  });

  test("an answer that no order gives is none, for a kernel too", () => {
    const lines = "  init: setpgid(job, job) = 0 | -1 EACCES | -1 EPERM\n";
    expect(told(lines, linux)).toEqual([
      [
        ["0", "-1 EACCES", "-1 EPERM"],
        ["0", "-1 EACCES"],
      ],
    ]);
  });

  test("an answer that is not stated is missed", () => {
    expect(told("  init: setpgid(job, job) = 0\n", linux)).toHaveLength(1);
  });

  test("effects are those that some order has", () => {
    const died = "    job: +++ killed by SIGKILL +++\n";
    const trace = (lines: string) =>
      parse(`init: fork() = job\nparallel {\n${lines}  job: _exit(0) = ? | <not run>\n}\n`);
    const killed = "  init: kill(job, SIGKILL) = 0\n";
    const caught = "    init: --- SIGCHLD ---\n";
    expect(mismatches(trace(killed + died), linux)).toEqual([]);
    expect(mismatches(trace(killed), linux)).toMatchObject([
      { stated: ["0"], possible: ["0", "job: +++ killed by SIGKILL +++"] },
    ]);
    expect(mismatches(trace(killed + caught + died), linux)).toHaveLength(1);
  });
});
