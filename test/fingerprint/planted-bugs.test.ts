import { expect, test } from "vitest";
import { divergence } from "../../src/fingerprint/recording.js";
import { bestFrom } from "../../src/fingerprint/search.js";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";
import { type Bug, bugsIn, invisible } from "../bugs.js";
import { recordingsOf } from "./model-kernel.js";

// A kernel with one planted bug is measured from what it shows. The table must have the bug, and
// nothing else: or else another single line that no trace of the suite can tell from it.

const linux = profileNamed("linux") as Profile;
const all = catalog();

/** Bugs that show as another line, with that line: on every trace both kernels are one. */
const alike: ReadonlyMap<string, string> = new Map([
  ["no sigaction.fixed-signal-default", "sigaction.fixed-default answered accepted"],
  ["no tiocsctty.not-readable", "tiocsctty.unreadable answered acquired"],
]);

/** The lines in which a table differs from that of linux, as bugs are named. */
function differences(table: Profile): string[] {
  const answers = table.answers.flatMap(({ question, alternative }) => {
    const { id = "", alternatives = [] } = all.questions[question] ?? {};
    const theirs = linux.answers.find((answer) => answer.question === question)?.alternative;
    return alternative === undefined || alternative === theirs
      ? []
      : [`${id} answered ${alternatives[alternative]?.name}`];
  });
  const rules = linux.orders.flatMap(({ call, entries }) => {
    const mine = table.orders.find((order) => order.call === call)?.entries ?? [];
    const text = (list: typeof entries) => list.map(({ rule, breach }) => `${rule} ${breach.val}`);
    const lacking = entries.filter(({ rule }) => !mine.some((entry) => entry.rule === rule));
    const kept = entries.filter((entry) => !lacking.includes(entry));
    const others = text(kept).join() === text(mine).join() ? [] : [`another order of ${call}`];
    return [...lacking.map(({ rule }) => `no ${all.rules[rule]?.id}`), ...others];
  });
  return [...answers, ...rules];
}

function measured({ kernel }: Bug): string[] {
  const recordings = recordingsOf(kernel);
  const table = bestFrom(linux, { recordings, catalog: all, listener: () => {} });
  expect(recordings.filter((recording) => divergence(table, recording))).toEqual([]);
  return differences(table);
}

test("a planted bug shows in the table, and nothing else does", { timeout: 1_800_000 }, () => {
  const bugs = bugsIn(linux).filter(({ name }) => !invisible.has(name));
  const wrong = bugs.flatMap((bug) => {
    const lines = measured(bug);
    const isFound = lines.length === 1 && [bug.name, alike.get(bug.name)].includes(lines[0]);
    return isFound ? [] : [`${bug.name}: ${lines.join(", ") || "nothing"}`];
  });
  const total = bugs.length;
  const same = bugs.filter(({ name }) => alike.has(name)).length;
  console.log(
    `planted bugs measured: ${total - wrong.length} of ${total}, ${same} of them by a line that no trace tells apart`,
  );
  expect(total).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
