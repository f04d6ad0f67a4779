import { expect, test } from "vitest";
import { branchesFrom, capacityFor, startOf } from "../../src/model/branch.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { directed } from "../../src/model/direct.js";
import { machineFor } from "../../src/model/machine.js";
import { type Case, casesIn } from "../suite.js";

const cases = casesIn("test/scenarios", "test/museum", "test/found");

// What a step says of stops is taken from its effects; the state is the truth.
test.each(catalog().profiles)("effects and state agree on who is stopped, $name", (profile) => {
  for (const each of cases) follow(each, profile);
});

function follow({ file, trace }: Case, profile: Profile): void {
  const machine = machineFor(profile, capacityFor(trace));
  let world = startOf(machine);
  for (const item of trace.items) {
    if (item.kind === "directive") world = directed(machine, world, item);
    if (item.kind !== "step") continue;
    const { branches } = branchesFrom(machine, world, item);
    for (const { state, stopped } of branches) {
      const processes = machine.processes(state).filter((each) => each.state === "stopped");
      const numbers = new Set(processes.map(({ pid }) => pid));
      expect(stopped, `${file}:${item.at.line}`).toEqual(numbers);
    }
    world = branches.at(-1) ?? world;
  }
}
