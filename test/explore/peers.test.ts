import { describe, expect, test } from "vitest";
import { lacking, runPeers } from "../../bench/explore/peers.mjs";
import { type Explored, explore } from "../../src/explore/exploration.js";
import { planned } from "./plans.js";

// The explorer runs the real rules of the model. A program in C that shares no code with it counts
// the states of the same rules: they must agree in every figure.

/** The figures of an exploration as the peers give them. */
function figures({ renamings, transitions, changes, outcomes }: Explored) {
  const counts: Record<string, number> = {};
  for (const { call, outcome, count } of outcomes) {
    const name = peerName(call, outcome);
    counts[name] = (counts[name] ?? 0) + count;
  }
  return { states: renamings, transitions, changes, outcomes: counts };
}

/** The peers do not tell apart how a call ended that was not refused, but for waits. */
function peerName(call: string, outcome: string): string {
  if (outcome.includes(".")) return outcome;
  if (/^E[A-Z]+$/.test(outcome)) return `${call} ${outcome}`;
  return call === "waitpid" && outcome === "returned" ? "waitpid 0" : `${call} ok`;
}

async function peer(processes: 3 | 4) {
  const [found] = await runPeers({ processes, peers: ["c"] });
  if (!found || "skipped" in found) throw new Error("the peer was not run");
  return found;
}

const missing = lacking("c");
describe.skipIf(missing.length > 0)("an exploration agrees with a program in C (needs cc)", () => {
  test.each([
    ["every state", { renaming: false, firstWay: false }],
    ["the first way only", { renaming: false, firstWay: true }],
    ["classes of states", { renaming: true, firstWay: false }],
  ])("3 processes, %s", async (_, how) => {
    const { states, transitions, changes, outcomes } = await peer(3);
    const found = await explore(planned(3, how));
    expect(figures(found)).toEqual({ states, transitions, changes, outcomes });
    // What the definition of these rules was published with.
    expect([states, transitions]).toEqual([30_259, 865_536]);
    expect(found.end).toBe("complete");
  });

  test("4 processes, classes of states", { timeout: 300_000 }, async () => {
    const { states, transitions, changes, outcomes } = await peer(4);
    const found = await explore(planned(4, { renaming: true, firstWay: true }));
    expect(figures(found)).toEqual({ states, transitions, changes, outcomes });
    expect([states, transitions]).toEqual([10_072_209, 560_241_000]);
  });
});
