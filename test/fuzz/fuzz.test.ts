import { expect, test, vi } from "vitest";
import { suspectsOf } from "../../src/diff/suspects.js";
import { fuzz, type Session, type Tally } from "../../src/fuzz/fuzz.js";
import { Runs } from "../../src/fuzz/plan.js";
import { allNeeds } from "../../src/generate/needs.js";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import type { Trace } from "../../src/trace/ast.js";
import { parse, print, stepsOf } from "../../src/trace/index.js";
import type { Transcript, World } from "../../src/world.js";

// A machine may be busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const linux = profileNamed("linux") as Profile;

/** Linux with one bug. */
function kernelWith(name: string): Profile {
  const bug = suspectsOf(linux).find((suspect) => suspect.name === name);
  if (!bug) throw new Error(`there is no bug ${name}`);
  return bug.kernel;
}

function* numbers(count: number): IterableIterator<number> {
  for (let run = 0; run < count; run++) yield run;
}

function session(world: World, count: number, corpus: readonly Trace[] = []): Session {
  const plan = { profile: linux, offers: allNeeds, seed: 5, corpus };
  return { world, profile: linux, plan, runs: numbers(count), stopped: () => false };
}

/** A kernel that does what its model does, but for what `change` makes of it. */
function worldThat(change: (transcript: Transcript, trace: Trace) => Transcript): World {
  const model = new ModelWorld(linux);
  return {
    run: (trace) => Promise.resolve(change(model.runNow(trace), trace)),
    close: () => Promise.resolve(),
  };
}

function textsOf({ findings }: Tally): string[] {
  return findings.map(({ finding }) => finding.text);
}

test("the kernel that is as it should be is not accused, and its runs are counted", async () => {
  const tally = await fuzz(session(new ModelWorld(linux), 150));
  expect(tally).toMatchObject({ runs: 150, agreed: 150, diverged: 0, broken: 0, findings: [] });
  expect(tally.steps).toBeGreaterThan(1500);
  expect(tally.coverage.reached.rules).toBeGreaterThan(20);
  expect(tally.coverage.silentRules).toHaveLength(
    tally.coverage.reached.rulesInAll - tally.coverage.reached.rules,
  );
});

/** The steps of the shortest trace that was found. */
function shortest({ findings }: Tally): string[] {
  const calls = findings.map(({ finding }) =>
    stepsOf(finding.trace).map(({ call }) => call.function),
  );
  return calls.sort((a, b) => a.length - b.length)[0] ?? [];
}

test("a bug is found, counted, and shown by the shortest trace there is", async () => {
  const kernel = kernelWith("no setpgid.child-execed");
  const tally = await fuzz(session(new ModelWorld(kernel), 200));
  expect(tally.diverged).toBeGreaterThan(tally.findings.length);
  for (const { finding, count } of tally.findings) {
    expect(count).toBeGreaterThan(0);
    expect(finding.result.rules).toContain("setpgid.child-execed");
    expect(finding.seen).toBe(finding.runs);
    expect(print(parse(finding.text))).toBe(finding.text);
  }
  expect(shortest(tally)).toEqual(["fork", "execve", "setpgid"]);
});

test("equal seeds find the same, and a run needs no other", async () => {
  const kernel = kernelWith("setpgid.zombie-child answered absent");
  const [first, second] = await Promise.all([
    fuzz(session(new ModelWorld(kernel), 120)),
    fuzz(session(new ModelWorld(kernel), 120)),
  ]);
  expect(textsOf(first).length).toBeGreaterThan(0);
  expect(textsOf(second)).toEqual(textsOf(first));
  const run = first.findings[0]?.finding.run ?? 0;
  const alone = await fuzz({ ...session(new ModelWorld(kernel), 0), runs: [run] });
  expect(textsOf(alone)).toEqual(textsOf(first).slice(0, 1));
});

test("what a run shows beside something that was known already, it shows alone, too", async () => {
  const kernel = profileNamed("darwin") as Profile;
  const { findings } = await fuzz(session(new ModelWorld(kernel), 20));
  expect(findings.length).toBeGreaterThan(3);
  for (const { finding } of findings) {
    const runs = [finding.run ?? 0];
    const alone = await fuzz({ ...session(new ModelWorld(kernel), 0), runs });
    expect(textsOf(alone)).toContain(finding.text);
  }
});

test("what shows only once is reported as such, and kept as it was", async () => {
  let left = 1;
  const world = worldThat((transcript) => {
    const [first, ...rest] = transcript.observations;
    if (!first || left-- <= 0) return transcript;
    return { observations: [{ ...first, answer: { kind: "error", errno: "EIO" } }, ...rest] };
  });
  const tally = await fuzz(session(world, 20));
  expect(tally.diverged).toBe(1);
  expect(tally.findings[0]?.finding).toMatchObject({ seen: 1, runs: 11 });
  expect(tally.findings[0]?.finding.text).toContain("seen in 1 of 11 runs");
});

test("what shows now and then is made shorter all the same", async () => {
  const kernel = new ModelWorld(kernelWith("no setpgid.child-execed"));
  let turn = 0;
  const world = worldThat((transcript, trace) =>
    turn++ % 3 === 0 ? kernel.runNow(trace) : transcript,
  );
  const tally = await fuzz(session(world, 100));
  expect(shortest(tally).length).toBeLessThan(6);
  for (const { finding } of tally.findings) expect(finding.seen).toBeLessThan(finding.runs);
});

test("a trace that cannot be finished is broken, once for each reason", async () => {
  const world = worldThat(() => ({
    observations: [],
    obstacle: { kind: "broken", reason: "no answer for 8 s" },
  }));
  const tally = await fuzz(session(world, 10));
  expect(tally).toMatchObject({ agreed: 0, diverged: 0, broken: 10 });
  expect(tally.findings.map(({ count }) => count)).toEqual([10]);
});

test("what is new is told, and what a corpus has is not new again", async () => {
  const kept: Trace[] = [];
  await fuzz(session(new ModelWorld(linux), 60), { isNew: (trace) => void kept.push(trace) });
  expect(kept.length).toBeGreaterThan(10);
  const again = kept.map((trace) => parse(print(trace)));
  const told: Trace[] = [];
  const tally = await fuzz(session(new ModelWorld(linux), 0, again), {
    isNew: (trace) => void told.push(trace),
  });
  expect(tally.runs).toBe(again.length);
  expect(told).toEqual([]);
});

test("some runs start from the corpus", () => {
  const corpus = [parse("init: fork() = shell\nshell: pthread_create() = helper\n")];
  const plan = { profile: linux, offers: allNeeds, seed: 5, corpus };
  const runs = new Runs(plan);
  const texts = [...numbers(60)].map((run) => print(runs.trace(run)));
  const varied = texts.filter((text) => text.includes("= shell")).length;
  expect(varied).toBeGreaterThan(10);
  expect(varied).toBeLessThan(50);
});

test("a session that is told to stop starts nothing more", async () => {
  let judged = 0;
  const asked = { ...session(new ModelWorld(linux), 100), stopped: () => judged >= 10 };
  const tally = await fuzz(asked, { judged: () => void judged++ });
  expect(tally.runs).toBeGreaterThanOrEqual(10);
  expect(tally.runs).toBeLessThanOrEqual(11);
});
