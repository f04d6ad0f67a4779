import { describe, expect, test } from "vitest";
import type { CaseResult } from "../../src/diff/result.js";
import { compareSchedules, mergedResult, type Runs, runsOf } from "../../src/explore/runs.js";
import { ModelWorld } from "../../src/model/world.js";
import { parse, stepsOf, type Trace } from "../../src/trace/index.js";
import type { Transcript, World } from "../../src/world.js";
import { plainCase, profile } from "../report/reports.js";

// A trace with blocks is run in each of its orders, and is one case.

const linux = profile("linux");
const race = parse(`init: fork() = job
parallel {
  init: setpgid(job, job)
  job: execve()
}
init: getpgid(job)
`);

/** A model of linux that changes what it shows of some trace. */
function changing(change: (trace: Trace, shown: Transcript) => Transcript): World {
  const model = new ModelWorld(linux);
  return {
    run: async (trace) => change(trace, model.runNow(trace)),
    close: async () => {},
  };
}

/** Whether this is the order in which the job is first. */
function isSecond(trace: Trace): boolean {
  return stepsOf(trace)[1]?.actor === "job";
}

describe("the runs of a trace", () => {
  test("one without blocks has one, of no schedule", () => {
    const trace = parse("init: getpid()\n");
    const runs = runsOf(trace, linux);
    expect(runs).toEqual({
      list: [{ trace, schedule: undefined }],
      total: undefined,
      complete: true,
    });
  });

  test("few schedules are all run", () => {
    const steps = "  init: getpid()\n  init: getpid()\n  a: getpid()\n  a: getpid()\n";
    const runs = runsOf(parse(`init: fork() = a\nparallel {\n${steps}}\n`), linux);
    expect([runs.list.length, runs.total]).toEqual([6, 6]);
  });

  test("of many, one of each kind", () => {
    const names = ["a", "b", "c", "d", "e"];
    const forks = names.map((name) => `init: fork() = ${name}\n`).join("");
    const steps = names.map((name) => `  ${name}: getpid()\n`).join("");
    const runs = runsOf(parse(`${forks}parallel {\n${steps}}\n`), linux);
    expect([runs.list.length, runs.total]).toEqual([1, 120]);
  });

  test("one without a list, since there are too many, is still run, and is broken", async () => {
    const names = Array.from({ length: 20 }, (_, i) => `p${i}`);
    const forks = names.map((name) => `init: fork() = ${name}\n`).join("");
    const steps = names.map((name) => `  ${name}: pthread_create() = ${name}_t\n`).join("");
    const trace = parse(`${forks}parallel {\n${steps}}\n`);
    const result = await compareSchedules(trace, "x", new ModelWorld(linux), linux);
    expect(result).toMatchObject({ verdict: "broken", conformance: "unknown" });
    expect(result.schedules).toEqual({ total: 1, run: [names.join()] });
    expect(result.reason).toBe(
      "this trace has more schedules than the model lists; 1 was run, and agreed",
    );
  });
});

describe("its result", () => {
  test("agreed, if it agreed under every schedule", async () => {
    const result = await compareSchedules(race, "x", new ModelWorld(linux), linux);
    expect(result).toMatchObject({
      verdict: "agreed",
      conformance: "conforms",
      reason: null,
      schedules: { total: 2, run: ["init,job", "job,init"] },
    });
  });

  test("diverged, if it diverged under one; the others count for nothing", async () => {
    const world = changing((trace, shown) =>
      isSecond(trace) ? { ...shown, obstacle: { kind: "broken", reason: "no answer" } } : shown,
    );
    const asterinas = profile("asterinas");
    const result = await compareSchedules(race, "x", world, asterinas);
    expect(result.verdict).toBe("diverged");
    expect(result.divergences.map(({ schedules }) => schedules)).toEqual([["job,init"]]);
  });

  test("broken with the schedule, if it could not be finished under one", async () => {
    const world = changing((trace, shown) =>
      isSecond(trace) ? { ...shown, obstacle: { kind: "broken", reason: "no answer" } } : shown,
    );
    const result = await compareSchedules(race, "x", world, linux);
    expect([result.verdict, result.conformance]).toEqual(["broken", "unknown"]);
    expect(result.reason).toBe("under the schedule job,init: no answer");
  });

  test("what diverges alike is told once, with its schedules", async () => {
    const world = changing((_, shown) => ({
      observations: shown.observations.map((one, i) =>
        i === 0 ? { ...one, answer: { kind: "error", errno: "EPERM" } } : one,
      ),
    }));
    const result = await compareSchedules(race, "x", world, linux);
    expect(result.divergences.filter(({ index }) => index === 0)).toMatchObject([
      { schedules: ["init,job", "job,init"] },
    ]);
  });

  test("is different from what was expected if it is under one schedule", () => {
    const runs: Runs = { ...runsOf(race, linux), complete: true };
    const same = plainCase("x", "agreed", null);
    const results: CaseResult[] = [same, { ...same, different: ["setpgid.child-execed"] }];
    expect(mergedResult(runs, results).different).toEqual(["setpgid.child-execed"]);
    expect(mergedResult(runs, [same, same]).different).toBeNull();
  });

  test("is skipped with the reason as it is", () => {
    const skipped = plainCase("x", "skipped", "needs a terminal");
    expect(mergedResult(runsOf(race, linux), [skipped, skipped])).toMatchObject({
      verdict: "skipped",
      reason: "needs a terminal",
    });
  });
});
