import { expect, test } from "vitest";
import { bugsOf, findBug, tracesFor } from "../../scripts/planted.mjs";
import { type Profile, profileNamed } from "../../src/model/catalog.js";

// A kernel with a planted bug has to be found by generated traces. `node scripts/planted.mjs` looks
// for all of them; here every fourth is looked for, from another one on at each seed.

const linux = profileNamed("linux") as Profile;
const runs = 2000;
const seed = 1;

test("planted bugs are found by generated traces", { timeout: 120_000 }, () => {
  const { sought } = bugsOf(linux);
  const chosen = sought.filter((_, i) => i % 4 === seed % 4);
  const traces = tracesFor(linux, seed);
  const missed = chosen.filter((bug) => findBug(bug, linux, traces, runs) === undefined);
  expect(chosen.length).toBeGreaterThan(30);
  expect(missed.map(({ name }) => name)).toEqual([]);
});

test("what is said to be beyond them exists, and is not sought", () => {
  const { sought, unseen } = bugsOf(linux);
  expect(unseen.length).toBeGreaterThan(0);
  const names = sought.map(({ name }) => name);
  expect(unseen.filter(({ bug }) => names.includes(bug.name))).toEqual([]);
});
