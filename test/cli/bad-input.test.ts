import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Finished } from "../package/pack.js";
import { folder, retinue } from "./retinue.js";

const scenario = "test/scenarios/setpgid/child-execed.trace";

/** One message, the status, and nothing that only a programmer could want. */
function expectComplaint(
  { status, stdout, stderr }: Finished,
  wanted: number,
  message: RegExp,
): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain("node:internal");
  expect(stdout).toBe("");
  expect(status).toBe(wanted);
}

test.each([
  ["an unknown command", ["chekc"], /unknown command 'chekc'\s+\(Did you mean check/],
  ["an unknown option", ["check", "--profil", "linux"], /unknown option '--profil'/],
  [
    "an unknown profile",
    ["run", "--profile", "linus", scenario],
    /no profile `linus`; did you mean `linux`\?/,
  ],
  [
    "an unknown profile of check",
    ["check", "--profile", "win"],
    /no profile `win`.*There are: posix, linux/,
  ],
  [
    "a profile's file that is not there",
    ["run", "--profile", "no/such.json", scenario],
    /no\/such\.json: the profile cannot be read: there is no such file or folder/,
  ],
  [
    "a profile's file that never ends",
    ["run", "--profile", "/dev/zero", scenario],
    /\/dev\/zero: the profile cannot be read: it has more than 64 MiB/,
  ],
  ["a profile without a name", ["run", "--profile", "", scenario], /--profile.*It is empty/],
  ["help on an unknown command", ["help", "chekc"], /no command `chekc`; did you mean `check`\?/],
  ["a file without a name", ["run", ""], /the name of a file is empty/],
  [
    "a fingerprint in a file without a name",
    ["fingerprint", "--output", "", scenario],
    /--output.*It is empty/,
  ],
  [
    "a profile's file that is no JSON",
    ["run", "--profile", `./${scenario}`, scenario],
    /child-execed\.trace: not JSON/,
  ],
  [
    "a profile's file that is no profile",
    ["check", "--profile", "./package.json"],
    /package\.json: \/schema: must be 1/,
  ],
  [
    "an odd name for a fingerprint",
    ["fingerprint", "--name", "My Kernel"],
    /A name is in kebab-case/,
  ],
  [
    "a fingerprint that cannot be written",
    ["fingerprint", "--output", "no/such/folder.json", scenario],
    /no\/such\/folder\.json cannot be written/,
  ],
  [
    "an unknown reporter",
    ["check", "--reporter", "jsno"],
    /no reporter `jsno`; did you mean `json`\?/,
  ],
  [
    "an unknown isolation",
    ["check", "--isolation", "jail"],
    /Allowed choices are auto, namespace, subreaper/,
  ],
  ["a deadline that is none", ["check", "--deadline", "soon"], /whole number of milliseconds/],
  [
    "an output without a reporter",
    ["check", "--output", "a", "--output", "b"],
    /--output b has no --reporter/,
  ],
  [
    "two reports in one stream",
    ["check", "--reporter", "tap", "--reporter", "json"],
    /two reports cannot share standard output/,
  ],
  [
    "a shard that there is not",
    ["check", "--shard=5/4"],
    /argument '5\/4' is invalid\. It is i\/n: the i-th of n parts, from 1\/n to n\/n, such as 2\/4/,
  ],
  ["no file", ["run"], /missing required argument/],
  [
    "a file that is not there",
    ["run", "no/such.trace"],
    /no\/such\.trace: there is no such file or folder/,
  ],
  [
    "a baseline that is not there",
    ["check", "--baseline", "none", scenario],
    /none: the baseline cannot be read/,
  ],
  [
    "a baseline that never ends",
    ["check", "--baseline", "/dev/zero", scenario],
    /\/dev\/zero: the baseline cannot be read: it has more than 64 MiB/,
  ],
  ["a baseline without a name", ["check", "--baseline", "", scenario], /--baseline.*It is empty/],
  [
    "a quote that is not closed",
    ["check", "--via", "ssh 'host", scenario],
    /--via does not come apart into words:\nssh 'host\n {4}\^ this is not closed/,
  ],
  ["a command without a program", ["check", "--via", '""', scenario], /It names no program/],
  ["an agent without a path", ["check", "--agent", "", scenario], /--agent.*It is empty/],
  [
    "two reports in one file",
    ["check", "--reporter", "json", "--reporter", "tap", "--output", "a", "--output", "./a"],
    /a is given twice: the second report would replace the first/,
  ],
  [
    "an output in no folder",
    ["check", "--output", "/no/folder/report", scenario],
    /\/no\/folder\/report cannot be written: ENOENT/,
  ],
  [
    "an output that is a folder",
    ["check", "--output", "/", scenario],
    /\/ cannot be written: this is a folder/,
  ],
  ["an unknown answer", ["explain", "setpgid.reach=all"], /no answer `all`: there are child and/],
  [
    "an update of another profile",
    ["run", "--update", "--profile", "linux", scenario],
    /--update writes what posix/,
  ],
  ["an unknown subject", ["explain", "child-execed"], /there is `setpgid\.child-execed`/],
  [
    "an unknown subject, nearly right",
    ["explain", "setpgid.child-exced"],
    /did you mean `setpgid\.child-execed`/,
  ],
  ["a line that is none", ["explain", "setpgid(0, 0"], /this is not a call with its result/],
  ["a line with an unknown call", ["explain", "setpgd(0, 0) = -1 EPERM"], /did you mean `setpgid`/],
])("%s", async (_, argv, message) => {
  expectComplaint(await retinue(argv), 2, message);
});

test("every problem of every file is told with its place", async () => {
  await using place = await folder();
  const one = await place.write("one.trace", "init: frok() = a\n");
  const two = await place.write("two.trace", "init: fork() = a\nb: getpid() = b\n");
  const result = await retinue(["run", place.path]);
  expectComplaint(result, 2, /frok/);
  expect(result.stderr).toContain(`${one}:1:7: `);
  expect(result.stderr).toContain(`${two}:2:1: `);
  expect(result.stderr).toMatch(/^ +\^/m);
});

test("an override for a profile that does not exist is told with its place", async () => {
  await using place = await folder();
  const file = await place.write("a.trace", "init: setsid() = -1 EPERM\n  [linus] = 0\n");
  expectComplaint(await retinue(["run", file]), 2, /a\.trace:2:4: .*linus/);
});

test("a folder without traces", async () => {
  await using place = await folder();
  expectComplaint(
    await retinue(["run", place.path]),
    2,
    /there is no file `\*\.trace` below this folder/,
  );
});

test("a binary file, a file that is too long and one that never ends", async () => {
  await using place = await folder();
  const binary = await place.write("b.trace", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
  expectComplaint(await retinue(["run", binary]), 2, /not a text file/);
  const long = await place.write("l.trace", "init: getpid() = init\n".repeat(1_000_000));
  expectComplaint(await retinue(["run", long]), 2, /too long/);
  expectComplaint(await retinue(["run", "/dev/zero"]), 2, /too long|not a text file/);
});

test("a file and a folder that many paths lead to are read once", async () => {
  await using place = await folder();
  const file = await place.write("below/a.trace", "init: getpid() = init\n");
  await symlink("..", join(place.path, "below/up"));
  await symlink("below", join(place.path, "beside"));
  const { stdout, status } = await retinue(["run", "--json", place.path, file, place.path]);
  expect(JSON.parse(stdout).traces).toHaveLength(1);
  expect(status).toBe(0);
});

test("everything that cannot be read is told, by its own name", async () => {
  await using place = await folder();
  const here = await place.write("below/dir.trace/a.trace", new Uint8Array([0]));
  const nowhere = join(place.path, "nowhere.trace");
  await symlink("nothing", nowhere);
  const result = await retinue(["run", place.path, "no/such.trace"]);
  expectComplaint(result, 2, /no\/such\.trace: there is no such file/);
  expect(result.stderr).toContain(`${here}: not a text file`);
  expect(result.stderr).toContain(`${nowhere}: there is no such file`);
});

test("a name cannot move the cursor", async () => {
  expectComplaint(await retinue(["run", "a\u001B[31m"]), 2, /a\uFFFD\[31m: there is no such/);
});

test("a baseline that is neither a report nor lines", async () => {
  await using place = await folder();
  const other = await place.write("package.json", '{ "name": "retinue" }');
  expectComplaint(
    await retinue(["check", "--baseline", other, scenario]),
    2,
    /no report of retinue/,
  );
  const half = await place.write("half.json", '{ "schema": 1, ');
  expectComplaint(await retinue(["check", "--baseline", half, scenario]), 2, /half\.json: .*JSON/);
  const odd = await place.write("odd.json", '{ "schema": 1, "cases": [null] }');
  expectComplaint(
    await retinue(["check", "--baseline", odd, scenario]),
    2,
    /odd\.json: .* case 1 has no name and rules/,
  );
  const text = await place.write("known.txt", "# known\nmuseum/a setpgid.reach\nmuseum/b = 3\n");
  expectComplaint(
    await retinue(["check", "--baseline", text, scenario]),
    2,
    /known\.txt:3:10: `=`/,
  );
});
