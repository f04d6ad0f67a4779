import { afterAll, beforeAll, expect, test } from "vitest";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { NativeWorld } from "../../src/native/index.js";
import { follow } from "../../src/oracle/follow.js";
import { listOf } from "../../src/trace/index.js";
import type { Observation } from "../../src/world.js";
import { type Bug, bugsIn, invisible, narrow, wideOnly } from "../bugs.js";
import { type Case, casesIn } from "../suite.js";

// What the real kernel shows must tell it from every kernel that lacks one rule or answers one
// question otherwise: else the suite would not notice if Linux changed.

const linux = profileNamed("linux") as Profile;
const cases = casesIn("test/scenarios", "test/museum", "test/found");
const observed = new Map<Case, readonly Observation[]>();
let world: NativeWorld;

beforeAll(async () => {
  world = await NativeWorld.open();
  for (const one of cases) {
    const { observations, obstacle } = await world.run(one.trace);
    if (!obstacle) observed.set(one, observations);
  }
}, 60_000);
afterAll(() => world.close());

/** Whether the kernel does in this case what the profile does not allow. */
function differs(one: Case, profile: Profile): boolean {
  const { steps } = follow(one.trace, observed.get(one) ?? [], profile);
  return steps.some((step) => step.differs.length > 0);
}

/** The case in which the kernel with the bug would have done what Linux did not. */
function witness({ id, kernel }: Bug): Case | undefined {
  const names = (one: Case) =>
    listOf(one.trace, "rules").includes(id) ||
    listOf(one.trace, "questions").some((entry) => entry.startsWith(`${id}=`));
  const all = [...observed.keys()];
  const first = all.filter(names);
  const order = [...first, ...all.filter((one) => !first.includes(one))];
  return order.find((one) => differs(one, kernel));
}

test.runIf(process.platform === "linux")(
  "Linux is told from every kernel that differs from it in one thing",
  { timeout: 120_000 },
  () => {
    expect(observed.size).toBeGreaterThan(cases.length / 2);
    const odd = [...observed.keys()].filter((one) => differs(one, linux));
    expect(odd.map(({ file }) => file)).toEqual([]);
    const sought = bugsIn(linux).filter(({ name }) => !narrow.has(name));
    const unseen = sought.filter((bug) => !witness(bug));
    const known = [...invisible.keys(), ...wideOnly.keys()].filter((name) => !narrow.has(name));
    expect(unseen.map(({ name }) => name).sort()).toEqual(known.sort());
  },
);
