import { beforeAll, describe, expect, test } from "vitest";
import { bugsOf, foundBy } from "../../scripts/planted.mjs";
import { type KernelSuite, suiteOfKernels } from "../../src/explore/kernels.js";
import { splitCalls } from "../../src/explore/pattern.js";
import { type Subject, subjects } from "../../src/explore/subjects.js";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { NativeWorld } from "../../src/native/index.js";
import { follow } from "../../src/oracle/follow.js";
import { parse, print, stepsOf, type Trace } from "../../src/trace/index.js";

const linux = profileNamed("linux") as Profile;

/** Fewer than a user gets: what is found at all is found early. */
const states = 3000;

function subject(calls: string, more: Partial<Subject> = {}): Subject {
  const letters = { calls: splitCalls(calls), signals: [], processes: 3, odd: false };
  return { name: "a test", beginning: "", ...letters, ...more };
}

/** The suite of one subject, and the steps that show a kernel. */
async function tellingOf(name: string, about: Subject) {
  const { traces, kernels } = await suiteOfKernels(linux, [about], states);
  const standing = kernels.find(({ kernel }) => kernel.name === name);
  const trace = standing && "trace" in standing ? traces[standing.trace] : undefined;
  const text = trace && print({ ...trace, fields: [] });
  return { standing, lines: text?.trimEnd().split("\n") ?? [] };
}

describe("the suite of kernels of Linux", () => {
  let suite: KernelSuite;
  let traces: Trace[];
  beforeAll(async () => {
    suite = await suiteOfKernels(linux, subjects, states);
    traces = suite.traces.map((trace) => parse(print(trace)));
  }, 120_000);

  test("finds every planted bug that can be found, and says of every other one why not", () => {
    const { sought, unseen } = bugsOf(linux);
    const untold = suite.kernels.filter((one) => "untold" in one).map(({ kernel }) => kernel.name);
    expect(untold.sort()).toEqual(unseen.map(({ bug }) => bug.name).sort());
    expect(suite.kernels).toHaveLength(sought.length + unseen.length);
  });

  test("has traces that find them, as files have them", { timeout: 60_000 }, () => {
    const chosen = bugsOf(linux).sought.filter((_, i) => i % 4 === 0);
    expect(chosen.length).toBeGreaterThan(30);
    const found = foundBy(chosen, linux, traces);
    expect(chosen.filter((bug) => !found.includes(bug)).map(({ name }) => name)).toEqual([]);
  });

  test("is small, and each of its traces finds something", () => {
    const finding = new Set(suite.kernels.map((one) => ("trace" in one ? one.trace : -1)));
    for (const i of traces.keys()) expect(finding).toContain(i);
    expect(traces.length).toBeLessThan(80);
    expect(Math.max(...traces.map((trace) => stepsOf(trace).length))).toBeLessThan(40);
  });

  test.runIf(process.platform === "linux")("agrees on Linux", { timeout: 60_000 }, async () => {
    const world = await NativeWorld.open();
    let ran = 0;
    try {
      for (const trace of traces) {
        const { observations, obstacle } = await world.run(trace);
        expect(obstacle?.kind, print(trace)).not.toBe("broken");
        if (!obstacle) ran += 1;
        const { steps } = follow(trace, observations, linux);
        const wrong = steps.filter(({ differs }) => differs.length > 0);
        expect(wrong, print(trace)).toEqual([]);
      }
    } finally {
      await world.close();
    }
    expect(ran).toBeGreaterThan(20);
  });
});

describe("a kernel is told from the profile", () => {
  test("by the shortest way to a call that shows it", async () => {
    const { lines } = await tellingOf("no setsid.group-leader", subject("fork, setsid"));
    expect(lines).toEqual(["init: setsid()"]);
  });

  test("by a later call, where the first one to differ shows nothing", async () => {
    const calls =
      "fork, _exit, sigprocmask(SIG_BLOCK, {SIGCHLD}), waitpid(-1, WNOHANG), sigpending";
    const { lines } = await tellingOf("waitpid.pending-sigchld answered cleared", subject(calls));
    expect(lines.slice(-2)).toEqual(["init: waitpid(-1, WNOHANG)", "init: sigpending()"]);
  });

  test("by who gets a number, which the trace hands out", async () => {
    const about = subject("fork, _exit, setsid, setpgid(0, 0), waitpid(-1, WNOHANG)");
    const { lines } = await tellingOf("fork.session-id answered reused", about);
    expect(lines).toContain("@ next-pid p1");
  });

  test("from where the subject begins", async () => {
    const about = subject("tcgetpgrp(tty)", { beginning: "init: openpty() = tty" });
    const { lines } = await tellingOf("no tcgetpgrp.not-terminal", about);
    expect(lines).toEqual(["init: openpty() = tty", "init: tcgetpgrp(tty)"]);
  });
});

test.each([
  ["no setsid.group-leader", "unmet"],
  ["setsid.group-remains before setsid.group-leader", "same"],
  ["waitpid.pending-sigchld answered cleared", "alike"],
])("%s, which nothing tells: %s", async (name, untold) => {
  const calls = "fork, _exit, sigprocmask(SIG_BLOCK, {SIGCHLD}), waitpid(-1, WNOHANG)";
  const { standing } = await tellingOf(name, subject(calls));
  expect(standing).toMatchObject({ untold });
});

test("a profile that leaves a question open has no such suite", async () => {
  const posix = profileNamed("posix") as Profile;
  const made = suiteOfKernels(posix, [subject("fork")], states);
  await expect(made).rejects.toThrow("only where no question is open");
});
