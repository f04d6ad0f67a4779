import { expect, test } from "vitest";
import type { Report } from "../../src/diff/result.js";
import { folder, hello, retinue, retinueIn } from "./retinue.js";

const scenario = "test/scenarios/setpgid/child-execed.trace";

/** Status 3, nothing but one message. */
async function expectUnable(argv: readonly string[], message: RegExp, env = {}): Promise<void> {
  const { status, stdout, stderr } = await retinue(["check", scenario, ...argv], env);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(status).toBe(3);
}

test("an agent that is not there", () =>
  expectUnable(["--agent", "/no/agent"], /could not be started.*ENOENT/));

test("a command in front that is not there", () =>
  expectUnable(["--via", "no-such-command"], /could not be started.*no-such-command/));

test("no compiler: what to install", () =>
  expectUnable([], /no C compiler was found: install one/, { CC: "no-such-compiler" }));

test.each([
  ["dies at once", "exit 7", /ended with status 7/],
  ["is killed", "kill -KILL $$", /was killed by SIGKILL/],
  ["answers rubbish", "echo 'retinue< hello there'; cat", /answered `hello there`/],
  [
    "is another program",
    "echo 'usage: agent'; exit 1",
    /ended with status 1 and said `usage: agent`/,
  ],
])("an agent that %s", async (_, script, message) => {
  await using place = await folder();
  const agent = await place.write("agent", `#!/bin/sh\n${script}\n`, 0o755);
  await expectUnable(["--agent", agent, "--deadline", "50"], message);
});

test.each([
  ["dies in a trace", `echo '${hello}'; read line; read line; exit 9`, /ended with status 9/],
  [
    "answers a trace with rubbish",
    `echo '${hello}'; read line; read line; echo 'retinue< begin 1'; cat`,
    /`begin 1`/,
  ],
  ["hangs in a trace", `echo '${hello}'; exec cat > /dev/null`, /did not answer for .* s/],
])("an agent that %s leaves that case broken, with the reason", async (_, script, message) => {
  await using place = await folder();
  const agent = await place.write("agent", `#!/bin/sh\n${script}\n`, 0o755);
  const options = ["--agent", agent, "--deadline", "50", "--reporter", "json"];
  const { status, stdout } = await retinue(["check", scenario, ...options]);
  const { cases } = JSON.parse(stdout) as Report;
  expect(cases.map(({ verdict }) => verdict)).toEqual(["broken"]);
  expect(cases[0]?.reason).toMatch(message);
  expect(status).toBe(3);
});

test("agents that die one after the other end the run, with the last one's words", async () => {
  await using place = await folder();
  const script = `#!/bin/sh\necho '${hello}'; read line; read line; exit 9\n`;
  const agent = await place.write("agent", script, 0o755);
  const { status, stderr } = await retinue(["check", "test/scenarios/wait", "--agent", agent]);
  expect(stderr).toMatch(/ended with status 9/);
  expect(status).toBe(3);
});

test("a signal that ends the run: where it was, and that there is no report", async () => {
  await using place = await folder();
  const script = `#!/bin/sh\necho '${hello}'; read line; read line; kill -TERM $PPID; exec cat\n`;
  const agent = await place.write("agent", script, 0o755);
  const { stderr, stdout } = await retinue(["check", scenario, "--agent", agent]);
  expect(stderr).toBe("retinue: ended by SIGTERM in case 1 of 1, 0 diverged; there is no report\n");
  expect(stdout).toBe("");
});

/** A user namespace in which no PID namespace can be made. */
const confined = ["unshare", "-Ur"];
const forbid = 'echo 0 > /proc/sys/user/max_pid_namespaces && exec "$@"';
const canConfine = (await retinueIn(forbid, confined, ["--version"])).status === 0;

test.skipIf(!canConfine)(
  "without namespaces the rest runs, and what was skipped is said",
  async () => {
    const { status, stdout } = await retinueIn(forbid, confined, ["check", "test/scenarios/kill"]);
    expect(stdout).toContain("isolation by subreaper");
    expect(stdout).toMatch(/Skipped \d+ cases: needs a PID namespace, and there is none here/);
    expect(stdout).toMatch(/0 diverged, \d+ skipped/);
    expect(status).toBe(0);
  },
);

test.skipIf(!canConfine)("a namespace that was asked for and cannot be had", async () => {
  const argv = ["check", "--isolation", "namespace", scenario];
  const { status, stderr } = await retinueIn(forbid, confined, argv);
  expect(stderr).toContain("refused isolation=namespace: a new PID namespace: ");
  expect(status).toBe(3);
});

test.skipIf(!canConfine)(
  "doctor says what is missed without namespaces, and what to do",
  async () => {
    const { status, stdout } = await retinueIn(forbid, confined, ["doctor"]);
    expect(stdout).toMatch(/✗ isolation +a subreaper only: a new PID namespace: /);
    expect(stdout).toContain("sysctl");
    expect(status).toBe(0);
  },
);

const hidden = ["unshare", "-m"];
const hide = 'mount -t tmpfs none /proc && exec "$@"';
const canHide = (await retinueIn(hide, hidden, ["--version"])).status === 0;

test.skipIf(!canHide)("without /proc it says so", async () => {
  const argv = ["check", "--isolation", "subreaper", scenario];
  const { status, stdout, stderr } = await retinueIn(hide, hidden, argv);
  expect(stderr).toMatch(/proc must be mounted/);
  expect(stdout).toBe("");
  expect(status).toBe(3);
});

test("doctor without a kernel exits 3 and says why", async () => {
  const { status, stdout } = await retinue(["doctor", "--agent", "/no/agent"]);
  expect(stdout).toMatch(/✗ agent +The agent could not be started/);
  expect(status).toBe(3);
});

test("what needs no kernel works without one", async () => {
  const env = { CC: "no-such-compiler" };
  expect((await retinue(["run", scenario], env)).status).toBe(0);
  expect((await retinue(["explain", "EACCES"], env)).status).toBe(0);
});
