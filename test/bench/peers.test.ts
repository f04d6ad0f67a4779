import { beforeAll, describe, expect, test } from "vitest";
import { lacking, peerNames, runPeers } from "../../bench/explore/peers.mjs";
import { catalog } from "../../src/model/catalog.js";

// The peers share no rule and no search with the model or with one another. What is compared is
// what they found. The two figures written down here are those that the rules were first published
// with.

const processes = 3;
const asked = { states: 30_259, transitions: 865_536 };

type Result = Awaited<ReturnType<typeof runPeers>>[number];

const usable = peerNames.filter((name) => lacking(name).length === 0);
let results: Result[] = [];
beforeAll(async () => {
  results = await runPeers({ processes });
}, 120_000);

/** What a peer found, without what the search took. */
function found(peer: string) {
  const result = results.find((one) => one.peer === peer);
  if (!result || "skipped" in result) throw new Error(`${peer} was not run`);
  const { states, transitions, changes, outcomes } = result;
  return { states, transitions, changes, outcomes };
}

describe.each(peerNames)("%s", (peer) => {
  const missing = lacking(peer).join(", ");
  const name = (text: string) => (missing ? `${text} (not installed: ${missing})` : text);

  test.skipIf(missing)(name("finds the states and transitions that the issue states"), () => {
    expect(found(peer)).toMatchObject(asked);
  });

  test.skipIf(missing)(name("counts the outcome of every transition"), () => {
    const { outcomes, transitions } = found(peer);
    const counts = Object.values(outcomes);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(transitions);
    expect(counts).not.toContain(0);
  });

  test.skipIf(missing)(name("calls every rule by its ID in the catalogue"), () => {
    const ids = catalog().rules.map(({ id }) => id);
    const rules = Object.keys(found(peer).outcomes).filter((outcome) => outcome.includes("."));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  test.skipIf(missing)(name("agrees with all others, outcome by outcome"), () => {
    for (const other of usable) expect(found(peer), `beside ${other}`).toEqual(found(other));
  });
});
