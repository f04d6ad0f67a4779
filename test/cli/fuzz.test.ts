import { mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test, vi } from "vitest";
import { parse } from "../../src/trace/index.js";
import { folder, retinue } from "./retinue.js";

// A machine may be busy with something else.
vi.setConfig({ testTimeout: 120_000 });

// `--against` needs no kernel, so most of this runs anywhere.

const isRoot = process.getuid?.() === 0;

const two = ["fuzz", "--against", "asterinas", "--profile", "linux", "--seed", "3", "--runs", "15"];

test("two profiles are told apart by short traces, each with a line that finds it again", async () => {
  await using place = await folder();
  const first = await retinue([...two, "--found", place.path]);
  expect(first.stderr).toBe("");
  expect(first.status).toBe(1);
  const files = (await readdir(place.path)).sort();
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    expect(first.stdout).toContain(basename(file, ".trace"));
    parse(await readFile(join(place.path, file), "utf8"), file);
  }
  const [, line = ""] = /^ {2}again {2}npx retinue (.*)$/m.exec(first.stdout) ?? [];
  await using other = await folder();
  const again = await retinue([...line.split(" "), "--found", other.path]);
  expect(again.status).toBe(1);
  const [found = ""] = await readdir(other.path);
  expect(files).toContain(found);
});

test("a trace that was found is one that every command takes", async () => {
  await using place = await folder();
  await retinue([...two, "--found", place.path]);
  const rehearsed = await retinue(["run", place.path, "--profile", "linux", "--quiet"]);
  expect(rehearsed.status).toBe(0);
});

test("what is found is in the JSON report as its schema says", async () => {
  await using place = await folder();
  const { stdout } = await retinue([...two, "--found", place.path, "--reporter", "json"]);
  const report = JSON.parse(stdout) as {
    fuzzing: { seed: number; runs: number; findings: unknown[] };
    cases: unknown[];
  };
  const schema = new URL("../../schema/report.schema.json", import.meta.url);
  const validate = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(await readFile(schema, "utf8")),
  );
  validate(report);
  expect(validate.errors).toBeNull();
  expect(report.fuzzing).toMatchObject({ seed: 3, runs: 15 });
  expect(report.fuzzing.findings).toHaveLength(report.cases.length);
});

test("a kernel that agrees with its profile gives 0, and a corpus grows by itself", async () => {
  await using place = await folder();
  const corpus = join(place.path, "corpus");
  const argv = ["fuzz", "--against", "linux", "--profile", "linux", "--corpus", corpus];
  const first = await retinue([...argv, "--runs", "30", "--seed", "1"]);
  expect(first.status).toBe(0);
  const kept = await readdir(corpus);
  expect(kept.length).toBeGreaterThan(5);
  const second = await retinue([...argv, "--runs", "1", "--seed", "1"]);
  expect(second.status).toBe(0);
  expect(second.stdout).toMatch(new RegExp(`ran {2}${kept.length + 1} traces with`));
  expect(second.stdout).toContain(`${kept.length} of them from the corpus`);
});

test("usage is checked before anything is run", async () => {
  const wrong: [string[], RegExp][] = [
    [["--runs", "0"], /whole number from 1 to 4294967296/],
    [["--runs", "many"], /whole number from 1 to/],
    [["--from", "4294967296"], /whole number from 0 to 4294967295/],
    [["--from", "4294967295", "--runs", "2"], /beyond run 4294967295, the last that a seed has/],
    [["--time", "300"], /90s, 5m or 2h/],
    [["--seed", "-1"], /whole number from 0/],
    [["--against", "linus"], /there is no profile `linus`; did you mean `linux`/],
    [["--against", "linux", "--via", "runsc do"], /does not go with --via/],
    [["--corpus", "package.json"], /package\.json: this folder cannot be had/],
  ];
  for (const [argv, message] of wrong) {
    const { status, stderr } = await retinue(["fuzz", ...argv]);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  }
});

test("a corpus with something in it that is no trace is bad input", async () => {
  await using place = await folder();
  await place.write("odd.trace", "init: frok()\n");
  const { status, stderr } = await retinue(["fuzz", "--against", "linux", "--corpus", place.path]);
  expect(stderr).toContain("odd.trace:1:");
  expect(status).toBe(2);
});

test("a link in a corpus that leads back to it is no second trace", async () => {
  await using place = await folder();
  await place.write("corpus/a.trace", "init: getpid() = init\n");
  await symlink(".", join(place.path, "corpus/again"));
  const argv = ["fuzz", "--against", "linux", "--profile", "linux", "--runs", "1", "--seed", "1"];
  const { status, stdout, stderr } = await retinue([...argv, "--corpus", `${place.path}/corpus`]);
  expect(stderr).toBe("");
  expect(stdout).toContain("2 traces with");
  expect(stdout).toContain("1 of them from the corpus");
  expect(status).toBe(0);
});

test.skipIf(isRoot)(
  "a folder that nothing can be written to is told before anything is run",
  async () => {
    await using place = await folder();
    await mkdir(join(place.path, "locked"), { mode: 0o500 });
    for (const path of ["locked", "locked/below"]) {
      const { status, stdout, stderr } = await retinue([...two, "--found", join(place.path, path)]);
      expect(stderr).toMatch(/this folder cannot be had: permission denied to write there\n$/);
      expect([stdout, status]).toEqual(["", 2]);
    }
  },
);

test.skipIf(process.platform !== "linux")(
  "what was found is reported although it could not be kept (only on Linux)",
  async () => {
    const { status, stdout, stderr } = await retinue([...two, "--found", "/proc/nothing"]);
    expect(stdout).toContain("npx retinue fuzz --against asterinas");
    expect(stderr).toMatch(/^retinue: \/proc\/nothing: this folder cannot be had: .*\n$/);
    expect(status).toBe(2);
  },
);

test.skipIf(process.platform !== "linux")(
  "generated traces run on this kernel, and what is found replays (only on Linux)",
  async () => {
    await using place = await folder();
    const argv = ["fuzz", "--runs", "6", "--seed", "1", "--profile", "freebsd"];
    const first = await retinue([...argv, "--found", place.path]);
    expect(first.status).toBe(1);
    const [, line = ""] = /^ {2}again {2}npx retinue (.*)$/m.exec(first.stdout) ?? [];
    const again = await retinue(line.split(" "));
    expect(again.stderr).toBe("");
    expect(again.status).toBe(1);
  },
);
