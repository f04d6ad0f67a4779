import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Report } from "../../src/diff/result.js";
import type { Blob } from "../../src/report/index.js";
import { type Folder, folder, retinue } from "./retinue.js";

// Shards of generated traces, on models in place of a kernel: so this runs anywhere, and two
// processes that make the same run see the same.

// A machine may be busy with something else.
vi.setConfig({ testTimeout: 240_000 });

/** One kernel that is held to the profile of another one: there is much to be found. */
const session = (against: string, runs: number) =>
  `fuzz --against ${against} --profile linux --seed 7 --runs ${runs}`.split(" ");

const blobFile = ({ path }: Folder, index: number) => join(path, `blobs/${index}.blob.json`);

/** The reports of a session as one process and as several made it, with their exit statuses. */
async function bothWays(argv: readonly string[], count: number, place: Folder, corpus?: string) {
  const found = ["--found", join(place.path, "found")];
  const own = async (name: string) => {
    if (corpus === undefined) return found;
    const copy = join(place.path, name);
    await cp(corpus, copy, { recursive: true });
    return [...found, "--corpus", copy];
  };
  await place.write("blobs/readme", "");
  const shards = Array.from({ length: count }, async (_, i) => {
    const output = ["--reporter", "blob", "--output", blobFile(place, i + 1)];
    const shard = `--shard=${i + 1}/${count}`;
    return retinue([...argv, ...(await own(`corpus-${i}`)), shard, ...output]);
  });
  const alone = retinue([...argv, ...(await own("corpus")), "--reporter", "json"]);
  const parts = await Promise.all(shards);
  expect(parts.map(({ stderr }) => stderr)).toEqual(parts.map(() => ""));
  const merged = await retinue(["merge-reports", `${place.path}/blobs`, "--reporter", "json"]);
  expect(merged.stderr).toBe("");
  return { whole: await alone, merged, statuses: parts.map(({ status }) => status) };
}

/** A report for programs without what no two runs have in common. */
function timeless(json: string): string {
  return json.replace(/"durationMs": [\d.]+/g, '"durationMs": 0');
}

test("shards of a session give the report of one process, byte for byte but for durations", async () => {
  await using place = await folder();
  const { whole, merged, statuses } = await bothWays(session("darwin", 24), 4, place);
  expect(timeless(merged.stdout)).toBe(timeless(whole.stdout));
  expect([merged.status, whole.status, ...statuses]).toEqual([1, 1, 1, 1, 1, 1]);
  const { cases, fuzzing } = JSON.parse(merged.stdout) as Report;
  // Else little was at stake.
  expect(cases.length).toBeGreaterThan(15);
  expect(fuzzing?.findings.some(({ count }) => count > 2)).toBe(true);
  const traces = await readdir(join(place.path, "found"));
  for (const { file } of cases) expect(traces.map((name) => `found/${name}`)).toContain(last(file));
});

/** The folder and the name of a file. */
function last(file: string): string {
  return file.split("/").slice(-2).join("/");
}

test("with a corpus too: it is run by all, and reported once", async () => {
  await using place = await folder();
  const corpus = join(place.path, "first");
  const made = session("linux", 30);
  expect((await retinue([...made, "--corpus", corpus])).status).toBe(0);
  const { whole, merged } = await bothWays(session("asterinas", 120), 3, place, corpus);
  expect(timeless(merged.stdout)).toBe(timeless(whole.stdout));
  const { fuzzing } = JSON.parse(merged.stdout) as Report;
  expect(fuzzing?.corpus.replayed).toBe((await readdir(corpus)).length);
  expect(fuzzing?.corpus.added).toBeGreaterThan(20);
});

test("may be more than there are runs: a shard without any is no failure", async () => {
  await using place = await folder();
  const { whole, merged, statuses } = await bothWays(session("linux", 2), 3, place);
  expect(statuses).toEqual([0, 0, 0]);
  expect(timeless(merged.stdout)).toBe(timeless(whole.stdout));
  expect(merged.status).toBe(0);
});

/** What a shard of a session of two runs writes, with other options at its end. */
async function blobWith(...words: readonly string[]): Promise<string> {
  const argv = [...session("linux", 2), "--reporter", "blob", "--shard=2/2", ...words];
  return (await retinue(argv)).stdout;
}

const firstOfTwo = await blobWith("--shard=1/2");
const secondOfTwo = await blobWith();

test.each([
  ["--seed 8", "its seed is 8, but that of "],
  ["--runs 3", "its number of runs is 3, but that of "],
  ["--from 1", "its first run is 1, but that of "],
  ["--profile posix", "its profile is posix, but that of "],
  ["--against darwin", "its kernel is the model of darwin, but that of "],
  ["--corpus CORPUS", "its corpus is 0 traces with the digest "],
  ["--shard=1/2", "2.blob.json: shard 1/2 is "],
])("a shard with %s is not merged with others", async (words, message) => {
  await using place = await folder();
  const argv = words.replace("CORPUS", join(place.path, "corpus")).split(" ");
  await place.write("blobs/1.blob.json", firstOfTwo);
  const second = await blobWith(...argv, "--found", join(place.path, "found"));
  await place.write("blobs/2.blob.json", second);
  const { status, stdout, stderr } = await retinue(["merge-reports", `${place.path}/blobs`]);
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect([stdout, status]).toEqual(["", 2]);
});

test("a shard that is not there is named, and what a suite ran is not merged", async () => {
  await using place = await folder();
  const first = await place.write("blobs/1.blob.json", firstOfTwo);
  const alone = await retinue(["merge-reports", first]);
  expect(alone.stderr).toContain("the run is not whole: there is no report of shard 2/2");
  expect(alone.status).toBe(3);
  const blob = JSON.parse(secondOfTwo) as Blob;
  const { fuzzing: _, ...report } = blob.report;
  const suite = { total: 0, suite: `sha256:${"0".repeat(64)}`, places: [] };
  const shard = { index: 2, count: 2, ...suite };
  const other = { ...blob, report: { ...report, command: "check", shard } };
  await place.write("blobs/2.blob.json", JSON.stringify(other));
  const { stderr, status } = await retinue(["merge-reports", `${place.path}/blobs`]);
  expect(stderr).toMatch(/^retinue: \S+: its command is check, but that of \S+ is fuzz\n$/);
  expect(status).toBe(2);
});

test("what was ended by the time is merged, and says so", async () => {
  await using place = await folder();
  await place.write("blobs/readme", "");
  const timed = "fuzz --against linux --profile linux --seed 7 --time 1s".split(" ");
  const shards = [1, 2].map((index) => {
    const output = ["--reporter", "blob", "--output", blobFile(place, index)];
    return retinue([...timed, `--shard=${index}/2`, ...output]);
  });
  await Promise.all(shards);
  const { stdout, status } = await retinue(["merge-reports", `${place.path}/blobs`]);
  expect(stdout).toMatch(/ran {2}\d+ traces with \d+ steps; then it was stopped\n/);
  expect(status).toBe(0);
});

test("the report of a session that was not shared can be told again in another form", async () => {
  await using place = await folder();
  const output = join(place.path, "whole.blob.json");
  const argv = [...session("asterinas", 15), "--found", join(place.path, "found")];
  await retinue([...argv, "--reporter", "blob", "--output", output]);
  const { report } = JSON.parse(await readFile(output, "utf8")) as Blob;
  const again = await retinue(["merge-reports", output, "--reporter", "json"]);
  expect(JSON.parse(again.stdout)).toEqual(report);
});
