import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { without } from "../../src/diff/variants.js";
import { compareSchedules } from "../../src/explore/runs.js";
import { schedulesOf } from "../../src/explore/schedules.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import { NativeWorld } from "../../src/native/index.js";
import { type Forecast, forecast, mismatches } from "../../src/oracle/expect.js";
import { listOf } from "../../src/trace/index.js";
import { profile } from "../report/reports.js";
import { type Case, casesIn } from "../suite.js";
import { type Recipe, recipes } from "./recipes.js";

// The races that ship: which recipe is safe and which is not, under every profile and on Linux.

const cases = new Map(casesIn("examples/races").map((one) => [nameOf(one), one]));
const { profiles, rules } = catalog();
const safe = recipes.filter(({ breaks }) => breaks === undefined);
const unsafe = recipes.filter(({ breaks }) => breaks !== undefined);

function nameOf({ file }: Case): string {
  return file.replace(/^.*\/|\.trace$/g, "");
}

function traceOf({ name }: Recipe): Case["trace"] {
  const found = cases.get(name);
  if (!found) throw new Error(`there is no trace ${name}`);
  return found.trace;
}

function blockIn(forecasts: readonly Forecast[]) {
  const block = forecasts.find((each) => each.block)?.block;
  if (!block) throw new Error("there is no block");
  return block;
}

/** The forecasts behind the block. */
function behind(forecasts: readonly Forecast[]): readonly Forecast[] {
  return forecasts.slice(forecasts.findLastIndex(({ block }) => block) + 1);
}

test("every trace is a recipe that is told apart here, and the other way round", () => {
  expect([...cases.keys()].sort()).toEqual(recipes.map(({ name }) => name).sort());
});

describe.each(safe)("$name is safe", (recipe) => {
  test.each(profiles)("under $name", (kernel) => {
    const forecasts = forecast(traceOf(recipe), kernel);
    const { outcomes, schedules } = blockIn(forecasts);
    expect(schedules).toBeGreaterThan(1);
    expect(new Set(outcomes.map(({ processes }) => JSON.stringify(processes))).size).toBe(1);
    expect(outcomes.flatMap(({ waiting }) => waiting)).toEqual([]);
    expect(behind(forecasts).length).toBeGreaterThan(0);
    for (const { branches } of behind(forecasts)) expect(branches).toHaveLength(1);
  });
});

describe.each(unsafe)("$name is not", (recipe) => {
  test("the standard permits a schedule that breaks it, and one that does not", () => {
    const { outcomes } = blockIn(forecast(traceOf(recipe), profile("posix")));
    const broken = outcomes.filter(({ schedule }) => schedule[0]?.join() === recipe.breaks);
    expect(broken.length).toBeGreaterThan(0);
    expect(outcomes.length).toBeGreaterThan(broken.length);
    const places = new Set(outcomes.map(({ processes }) => JSON.stringify(processes)));
    expect(places.size).toBeGreaterThan(1);
  });

  test("what is different afterwards is stated", () => {
    const [next] = behind(forecast(traceOf(recipe), profile("posix")));
    expect(next?.branches.length ?? 0).toBeGreaterThan(1);
  });
});

describe("a kernel that differs in the rule of a race is found", () => {
  const id = "setpgid.child-execed";
  const rule = rules.findIndex((each) => each.id === id);
  const having = profiles.filter(({ orders }) =>
    orders.some(({ entries }) => entries.some((entry) => entry.rule === rule)),
  );

  test.each(having)(`$name without ${id}, by what the traces state`, (kernel) => {
    const lacking = without(kernel, rule);
    const found = recipes.filter((recipe) => mismatches(traceOf(recipe), lacking).length > 0);
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["parent-only", "both", "terminal-by-the-shell", "terminal-safe"]),
    );
  });

  test.each(unsafe.filter(({ name }) => listOf(traceOf({ name }), "rules").length > 0))(
    "whatever rule $name names, under the standard",
    (recipe) => {
      const trace = traceOf(recipe);
      for (const name of listOf(trace, "rules")) {
        const lacking = without(
          profile("posix"),
          rules.findIndex((each) => each.id === name),
        );
        expect(mismatches(trace, lacking), name).not.toEqual([]);
      }
    },
  );

  test("in the one schedule that shows it", async () => {
    const kernel: Profile = without(profile("linux"), rule);
    const trace = traceOf({ name: "parent-only" });
    const result = await compareSchedules(trace, "x", new ModelWorld(kernel), profile("linux"));
    expect(result.verdict).toBe("diverged");
    expect(result.divergences).toMatchObject([{ schedules: ["job,shell"], speaks: [id] }]);
    expect(result.schedules).toEqual({ total: 2, run: ["shell,job", "job,shell"] });
  });
});

describe.runIf(process.platform === "linux")("on Linux (only there)", () => {
  let world: NativeWorld;
  beforeAll(async () => {
    world = await NativeWorld.open();
  });
  afterAll(() => world.close());

  test.each(recipes)("$name, under every schedule", async (recipe) => {
    const linux = profile("linux");
    const trace = traceOf(recipe);
    const result = await compareSchedules(trace, recipe.name, world, linux);
    expect(result.divergences).toEqual([]);
    expect(["agreed", "skipped"]).toContain(result.verdict);
    expect(result.schedules?.run).toHaveLength(schedulesOf(trace, linux).list.length);
  });
});
