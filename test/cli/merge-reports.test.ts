import { readFile, symlink } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/diff/result.js";
import { BLOB, type Blob, version } from "../../src/report/index.js";
import { leaderJoins, plainCase, reportOn } from "../report/reports.js";
import { type Folder, folder, retinue } from "./retinue.js";

const canRun = (await retinue(["doctor"])).status === 0;

/** A report for programs without what no two runs have in common. */
function timeless(json: string): string {
  return json.replace(/"durationMs": [\d.]+/g, '"durationMs": 0');
}

/** Runs every shard in a process of its own, all at the same time; their exit statuses. */
async function runShards(count: number, place: Folder, argv: readonly string[]): Promise<number[]> {
  const shards = Array.from({ length: count }, (_, i) => {
    const output = `${place.path}/retinue-${i + 1}-of-${count}.blob.json`;
    const report = ["--reporter", "blob", "--output", output];
    return retinue(["check", `--shard=${i + 1}/${count}`, ...report, ...argv]);
  });
  return (await Promise.all(shards)).map(({ status }) => status);
}

describe.skipIf(!canRun)("shards that ran at the same time", () => {
  test("give the report and the status of one process, byte for byte but for durations", async () => {
    await using place = await folder();
    const joins = "test/museum/gvisor-leader-joins.trace";
    const argv = ["test/scenarios/setsid", joins, "--profile", "gvisor"];
    const statuses = await runShards(3, place, argv);
    expect(statuses).toContain(1);
    const whole = await retinue(["check", ...argv, "--reporter", "json"]);
    const merged = await retinue(["merge-reports", place.path, "--reporter", "json"]);
    expect(timeless(merged.stdout)).toBe(timeless(whole.stdout));
    expect(merged.stderr).toBe("");
    expect([merged.status, whole.status]).toEqual([1, 1]);
  });

  test("may be more than there are traces: a shard without any is no failure", async () => {
    await using place = await folder();
    const argv = [
      "test/scenarios/setsid/new-session.trace",
      "test/scenarios/setsid/moved-by-parent.trace",
    ];
    expect(await runShards(3, place, argv)).toEqual([0, 0, 0]);
    const { stdout, status } = await retinue(["merge-reports", place.path]);
    expect(stdout).toContain("2 agreed, 0 diverged, of 2");
    expect(status).toBe(0);
  });

  test("say so where nothing could be compared, as one process does", async () => {
    await using place = await folder();
    const text = `---\nneeds: [namespace]\n---\ninit: kill(-1, 0)\n`;
    const file = await place.write("all.trace", text);
    const argv = [file, "--isolation", "subreaper"];
    expect((await runShards(2, place, argv)).sort()).toEqual([0, 3]);
    expect((await retinue(["merge-reports", place.path])).status).toBe(3);
    expect((await retinue(["check", ...argv])).status).toBe(3);
  });

  test("a run that was not sharded can be told again in another form", async () => {
    await using place = await folder();
    const file = await place.write("leader.trace", leaderJoins);
    const output = `${place.path}/whole.blob.json`;
    await retinue(["check", file, "--reporter", "blob", "--output", output]);
    const { stdout, status } = await retinue(["merge-reports", output, "--reporter", "tap"]);
    expect(stdout).toMatch(/^TAP version 14\n1\.\.1\nok 1 - .*leader\n$/);
    expect(status).toBe(0);
  });
});

/** One of two shards, as it is written. */
function blobOf(index: number, change: Partial<Report> = {}): Blob {
  const name = `scenarios/wait/${index}`;
  const suite = `sha256:${"0".repeat(64)}`;
  const shard = { index, count: 2, total: 2, suite, places: [index - 1] };
  const report = { ...reportOn([plainCase(name, "agreed", null)]), shard, ...change };
  return { blob: BLOB, retinue: version, report };
}

/** Merges files of this content, by their names. */
async function mergedFrom(contents: Readonly<Record<string, unknown>>) {
  await using place = await folder();
  for (const [name, content] of Object.entries(contents)) {
    await place.write(name, typeof content === "string" ? content : JSON.stringify(content));
  }
  const { stdout, stderr, status } = await retinue(["merge-reports", place.path]);
  return { stdout, status, stderr: stderr.replaceAll(`${place.path}/`, "") };
}

test("reports in folders of their own are found, in the order of the suite", async () => {
  const { stdout, status } = await mergedFrom({
    "shard-1/b.blob.json": blobOf(2),
    "shard-2/a.blob.json": blobOf(1),
    "shard-2/report.json": "not looked at",
  });
  expect(stdout).toContain("2 agreed, 0 diverged, of 2");
  expect(status).toBe(0);
});

test.each<[string, number, Readonly<Record<string, unknown>>, string]>([
  [
    "no blob",
    2,
    { "a.blob.json": reportOn([]) },
    "a.blob.json: this is no blob report, or not all of one: it is the report for programs; give `--reporter blob`",
  ],
  ["no JSON", 2, { "a.blob.json": "<xml/>" }, "a.blob.json: this is no blob report, or not all of"],
  [
    "half a blob",
    2,
    { "a.blob.json": JSON.stringify(blobOf(1)).slice(0, 300) },
    "a.blob.json: this is no blob report, or not all of one: ",
  ],
  [
    "a blob that is not as its schema says",
    2,
    { "a.blob.json": blobOf(1, { profile: 3 } as object) },
    "/report/profile must be string",
  ],
  [
    "a blob that does not say where a case belongs",
    2,
    { "a.blob.json": blobOf(1, { cases: [] }) },
    "it has 1 places for 0 cases",
  ],
  [
    "another version of retinue",
    2,
    { "a.blob.json": { ...blobOf(1), retinue: "0.0.1" } },
    `a.blob.json: it was written by retinue 0.0.1, form 2; this is retinue ${version}, form 2`,
  ],
  [
    "another version of the form",
    2,
    { "a.blob.json": { blob: 1, retinue: version } },
    `a.blob.json: it was written by retinue ${version}, form 1; this is`,
  ],
  [
    "another profile",
    2,
    { "a.blob.json": blobOf(1), "b.blob.json": blobOf(2, { profile: "posix" }) },
    "b.blob.json: its profile is posix, but that of a.blob.json is linux",
  ],
  [
    "a shard twice",
    2,
    { "a.blob.json": blobOf(1), "b.blob.json": blobOf(2), "c.blob.json": blobOf(1) },
    "c.blob.json: shard 1/2 is a.blob.json already",
  ],
  [
    "a shard that is not there",
    3,
    { "b.blob.json": blobOf(2) },
    "retinue: the run is not whole: there is no report of shard 1/2\n",
  ],
  ["no report", 2, { "a.json": blobOf(1) }, "there is no file `*.blob.json` below this folder"],
])("%s: one message and %i", async (_, wanted, contents, message) => {
  const { status, stdout, stderr } = await mergedFrom(contents);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(status).toBe(wanted);
});

test("a file or folder that is given twice is no second shard: one message and 2", async () => {
  await using place = await folder();
  const [a, b] = [1, 2].map((i) => JSON.stringify(blobOf(i))) as [string, string];
  const first = await place.write("reports/a.blob.json", a);
  await place.write("reports/b.blob.json", b);
  const reports = `${place.path}/reports`;
  for (const paths of [
    [first, first],
    [reports, first],
    [reports, `${reports}/`],
  ]) {
    const { status, stdout, stderr } = await retinue(["merge-reports", ...paths]);
    expect(stderr).toMatch(/^retinue: .*(a\.blob\.json|reports\/?): this is given twice\n$/);
    expect([stdout, status]).toEqual(["", 2]);
  }
});

test("a link that leads back to the folder of the reports is no second shard", async () => {
  await using place = await folder();
  for (const index of [1, 2])
    await place.write(`reports/${index}.blob.json`, JSON.stringify(blobOf(index)));
  await symlink(".", `${place.path}/reports/again`);
  const { stdout, status } = await retinue(["merge-reports", `${place.path}/reports`]);
  expect(stdout).toContain("2 agreed, 0 diverged, of 2");
  expect(status).toBe(0);
});

test("a file that never ends", async () => {
  const { status, stderr } = await retinue(["merge-reports", "/dev/zero"]);
  expect(stderr).toContain(
    "/dev/zero: this is no blob report, or not all of one: it has more than",
  );
  expect(status).toBe(2);
});

test("the report goes where it is asked to, in several forms", async () => {
  await using place = await folder();
  const [a, b] = [blobOf(1), blobOf(2)].map((blob) => JSON.stringify(blob)) as [string, string];
  const files = [await place.write("one", a), await place.write("other", b)];
  const xml = `${place.path}/report.xml`;
  const forms = ["--reporter", "junit", "--output", xml, "--reporter", "github"];
  const { stdout, status } = await retinue(["merge-reports", ...files, ...forms]);
  expect([stdout, status]).toEqual(["", 0]);
  expect(await readFile(xml, "utf8")).toContain('<testsuites name="retinue check" tests="2"');
});
