import { copyFile, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { folder, retinue, retinueIn } from "./retinue.js";

const joins = "test/museum/gvisor-leader-joins.trace";
const canRun = (await retinue(["doctor"])).status === 0;

test("help lists every command, and each has its own", async () => {
  const { stdout, status } = await retinue(["--help"]);
  expect(status).toBe(0);
  const commands = [...stdout.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name);
  expect(commands).toEqual([
    "check",
    "run",
    "diff",
    "fuzz",
    "explore",
    "fingerprint",
    "explain",
    "merge-reports",
    "doctor",
    "help",
  ]);
  expect((await retinue(["check", "--help"])).stdout).toContain("--baseline <file>");
});

test.skipIf(!canRun)("check: 0 when the kernel does what its profile says", async () => {
  const { stdout, stderr, status } = await retinue(["check", "test/scenarios/setsid"]);
  expect(stdout).toMatch(/\d+ agreed, 0 diverged/);
  expect(stdout).toContain("nothing observed breaks POSIX as specified");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test.skipIf(!canRun)("check: 1 when it does something else, with the rule", async () => {
  const { stdout, status } = await retinue(["check", "--profile", "gvisor", joins]);
  expect(stdout).toContain("setpgid.leader-may-join");
  expect(stdout).toContain(`${joins}:14:1`);
  expect(status).toBe(1);
});

test.skipIf(!canRun)(
  "check: the default profile is that of the kernel, also behind a command",
  async () => {
    const { stdout } = await retinue(["check", "--via", "env A=1", "--reporter", "json", joins]);
    const report = JSON.parse(stdout);
    expect(report.profile).toBe("linux");
    expect(report.target.via).toBe("env A=1");
  },
);

test.skipIf(!canRun)("check: reporters and outputs are paired in order", async () => {
  await using place = await folder();
  const [json, xml] = [`${place.path}/r.json`, `${place.path}/r.xml`];
  const forms = ["--reporter", "json", "--output", json, "--reporter", "junit", "--output", xml];
  const { stdout, status } = await retinue(["check", ...forms, "--reporter", "tap", joins]);
  expect(status).toBe(0);
  expect(stdout).toBe("TAP version 14\n1..1\nok 1 - museum/gvisor-leader-joins\n");
  expect(JSON.parse(await readFile(json, "utf8")).summary.agreed).toBe(1);
  expect(await readFile(xml, "utf8")).toContain('<testsuites name="retinue check" tests="1"');
});

test.skipIf(!canRun)("check: what a baseline says is known, and nothing else", async () => {
  await using place = await folder();
  const argv = ["check", "--profile", "gvisor", joins];
  const report = (await retinue([...argv, "--reporter", "json"])).stdout;
  const before = await place.write("before.json", report);
  const known = await retinue([...argv, "--baseline", before]);
  expect(known.stdout).toMatch(/0 agreed, 0 diverged, 1 known/);
  expect(known.status).toBe(0);
  const lines = await place.write("known.txt", "museum/gvisor-leader-joins setpgid.reach\n");
  expect((await retinue([...argv, "--baseline", lines])).status).toBe(1);
  const agreed = await retinue(["check", joins, "--baseline", lines]);
  expect(agreed.stderr).toContain("did not diverge: museum/gvisor-leader-joins");
});

test.skipIf(!canRun)("diff: every step of both worlds, and the explanation", async () => {
  const { stdout, status } = await retinue(["diff", "--profile", "gvisor", joins]);
  expect(stdout).toMatch(/^✗ +5 +leader: setpgid\(0, job\) +-1 EPERM +0$/m);
  expect(stdout).toMatch(/^ +6 +leader: getpgrp\(\) +leader +leader$/m);
  expect(stdout).toContain("Answers like linux");
  expect(status).toBe(1);
});

test("run: answers, the rule behind a refusal, and what changes", async () => {
  const { stdout, status } = await retinue(["run", "--profile", "gvisor", joins]);
  expect(stdout).toContain("leader moves to the group job");
  expect(status).toBe(0);
  const posix = await retinue(["run", joins]);
  expect(posix.stdout).toContain(
    "setpgid.session-leader: A session leader stays in the group it leads.",
  );
});

test("run: 1 where the trace states something else, with what it states", async () => {
  await using place = await folder();
  const file = await place.write("a.trace", "init: fork() = a\na: setpgid(0, 0) = -1 EPERM\n");
  const { stdout, status } = await retinue(["run", file]);
  expect(stdout).toContain("the trace states -1 EPERM");
  expect(stdout).toContain("1 step is not as the trace states");
  expect(status).toBe(1);
  const { traces } = JSON.parse((await retinue(["run", "--json", file])).stdout);
  expect(traces[0].steps[1]).toMatchObject({ line: 2, agrees: false, stated: ["-1 EPERM"] });
});

test("run --update: states what posix permits, and leaves overrides and comments alone", async () => {
  await using place = await folder();
  const text = `# a comment
init: fork() = a
a: setpgid(-5, 0)  # both orders
  [linux] = -1 EINVAL
a: setpgid(0, 0) = -1 EPERM
init: kill(a, SIGKILL) = 0
init: waitpid(a, 0)
`;
  const file = await place.write("a.trace", text);
  expect((await retinue(["run", "--update", file])).status).toBe(0);
  expect(await readFile(file, "utf8")).toMatchInlineSnapshot(`
    "# a comment
    init: fork() = a
    a: setpgid(-5, 0) = -1 EINVAL | -1 ESRCH  # both orders
      [linux] = -1 EINVAL
    a: setpgid(0, 0) = 0
    init: kill(a, SIGKILL) = 0
      a: +++ killed by SIGKILL +++
    init: waitpid(a, 0) = a [killed SIGKILL]
    "
  `);
  const before = await readFile(file, "utf8");
  expect((await retinue(["run", "--update", file])).status).toBe(0);
  expect(await readFile(file, "utf8")).toBe(before);
});

test("run --update keeps the line ends, and writes into files only", async () => {
  await using place = await folder();
  const file = await place.write("a.trace", "init: fork() = a\r\na: getpid()\r\n");
  expect((await retinue(["run", "--update", file])).status).toBe(0);
  expect(await readFile(file, "utf8")).toBe("init: fork() = a\r\na: getpid() = a\r\n");
  const piped = 'echo "init: getpid()" | "$@" /dev/stdin';
  const { status, stderr } = await retinueIn(piped, ["env"], ["run", "--update"]);
  expect(stderr).toContain("/dev/stdin cannot be written: --update needs a file");
  expect(status).toBe(2);
});

test.skipIf(!canRun)("check: a report that cannot be written keeps no other back", async () => {
  await using place = await folder();
  const file = `${place.path}/r.json`;
  const forms = ["--reporter", "tap", "--output", "/dev/full", "--reporter", "json"];
  const { status, stderr } = await retinue(["check", joins, ...forms, "--output", file]);
  expect(stderr).toContain("/dev/full cannot be written: ENOSPC");
  expect(status).toBe(2);
  expect(JSON.parse(await readFile(file, "utf8")).summary.agreed).toBe(1);
});

test.each(["check", "diff", "fingerprint"])("%s: a report replaces no trace", async (command) => {
  await using place = await folder();
  const file = `${place.path}/a.trace`;
  await copyFile(joins, file);
  const { status, stderr } = await retinue([command, file, "--output", file]);
  expect(stderr).toBe(`retinue: --output ${file} would replace a file that is read here\n`);
  expect(status).toBe(2);
  expect(await readFile(file)).toEqual(await readFile(joins));
});

test.skipIf(!canRun)("check: a reader that leaves early does not change the status", async () => {
  const early = '{ "$@"; echo $? >&2; } | true';
  const argv = ["check", "--profile", "gvisor", "--reporter", "json", "test/scenarios/setpgid"];
  expect((await retinueIn(early, ["env"], argv)).stderr).toBe("1\n");
});

test("a full disk behind standard output: one message, and 3", async () => {
  const { status, stderr } = await retinueIn('"$@" > /dev/full', ["env"], ["explain", "EACCES"]);
  expect(stderr).toMatch(/^retinue: standard output cannot be written: ENOSPC.*\n$/);
  expect(status).toBe(3);
});

test("colours follow FORCE_COLOR and NO_COLOR", async () => {
  const colored = await retinue(["run", joins], { NO_COLOR: "", FORCE_COLOR: "1" });
  expect(colored.stdout).toContain("\u001B[");
  const plain = await retinue(["run", joins], { NO_COLOR: "1" });
  expect(plain.stdout).not.toContain("\u001B[");
});

test("doctor --json says the same for programs", async () => {
  const { stdout, status } = await retinue(["doctor", "--json"]);
  const { findings } = JSON.parse(stdout);
  expect(findings.map(({ subject }: { subject: string }) => subject)).toContain("agent");
  expect(status).toBe(findings.some(({ fatal }: { fatal?: boolean }) => fatal) ? 3 : 0);
});

test("check: a trace that states something else than the model is told", async () => {
  await using place = await folder();
  const text = "init: fork() = job\njob: execve() = 0\ninit: setpgid(job, job) = 0\n";
  const file = await place.write("mine.trace", text);
  const { stderr } = await retinue(["check", file, "--profile", "linux"]);
  expect(stderr).toContain(
    "mine.trace:3:1: the trace states 0; the model of linux gives -1 EACCES",
  );
});
