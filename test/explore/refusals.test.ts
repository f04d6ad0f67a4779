import { expect, test } from "vitest";
import {
  branchesFrom,
  capacityFor,
  keyOfState,
  type Possible,
  startOf,
} from "../../src/model/branch.js";
import { catalog, STANDARD } from "../../src/model/catalog.js";
import { directed } from "../../src/model/direct.js";
import { machineFor } from "../../src/model/machine.js";
import { blocksOf } from "../../src/trace/index.js";
import { casesIn } from "../suite.js";

// An exploration takes it that a call which was refused leaves its state. It would overlook
// whatever such a call changed.

const cases = casesIn("test/scenarios", "test/found").filter(
  ({ trace }) => blocksOf(trace).length === 0,
);

test.each(catalog().profiles.filter(({ name }) => name !== STANDARD))(
  "a call that is refused changes nothing under $name",
  (profile) => {
    let refused = 0;
    for (const { file, trace } of cases) {
      const machine = machineFor(profile, capacityFor(trace));
      let at: Possible = startOf(machine);
      for (const item of trace.items) {
        if (item.kind === "directive") at = directed(machine, at, item);
        if (item.kind !== "step") continue;
        const { branches } = branchesFrom(machine, at, item);
        for (const branch of branches.filter(({ answer }) => answer.kind === "error")) {
          // A call that fails because a signal came was not refused by a rule.
          if (branch.rules.length === 0) continue;
          refused += 1;
          expect(keyOfState(branch.state), `${file}:${item.at.line}`).toBe(keyOfState(at.state));
        }
        at = branches[0] ?? at;
      }
    }
    expect(refused).toBeGreaterThan(100);
  },
);
