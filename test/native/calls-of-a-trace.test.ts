import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Isolation, NativeWorld } from "../../src/native/index.js";
import { rows, show } from "./show.js";

/** A trace whose stated answers are what this kernel gives: it comes back as it is. */
async function holds(world: NativeWorld, ...lines: string[]): Promise<void> {
  const text = `${lines.join("\n")}\n`;
  expect(await show(world, text)).toBe(text);
}

const isolations: readonly Isolation[] = ["namespace", "subreaper"];

describe.each(isolations)("a real kernel, isolation %s", (isolation) => {
  let world: NativeWorld | undefined;
  beforeAll(async () => {
    world = await NativeWorld.open({ isolation }).catch(() => undefined);
  });
  afterAll(() => world?.close());

  const real = (name: string, run: (world: NativeWorld) => Promise<void>) =>
    test(name, async ({ skip }) => {
      if (!world) return skip(`${isolation} cannot be had here`);
      await run(world);
    });

  real("init is a leader whose parent stands outside", (world) =>
    holds(
      world,
      "init: getpid() = init",
      "init: getppid() = outside",
      "init: getpgrp() = init",
      "init: getsid(0) = init",
    ),
  );

  real("groups and sessions can be made and asked for", (world) =>
    holds(
      world,
      "init: fork() = a",
      "a: fork() = b",
      "a: setpgid(b, 0) = 0",
      "init: getpgid(b) = b",
      "init: setpgid(b, b) = -1 ESRCH",
      "b: setsid() = -1 EPERM",
      "a: setsid() = a",
      "init: getsid(a) = a",
      "a: setpgid(b, a) = -1 EPERM",
      "init: getpgid(unused) = -1 ESRCH",
      "init: getpgid(INT_MIN) = -1 ESRCH",
    ),
  );

  real("a wait that blocks is resumed by the step that ends it", (world) =>
    holds(
      world,
      "init: fork() = shell",
      "shell: fork() = job",
      "shell: waitpid(job, WNOHANG) = 0",
      "shell: waitpid(job, 0) <unfinished ...>",
      "shell: getpid() <not run>",
      "job: _exit(3) = ?",
      "  shell: <... waitpid resumed> = job [exited 3]",
      "shell: wait() = -1 ECHILD",
      "job: getpid() <not run>",
    ),
  );

  real("a process can be killed while it is blocked", (world) =>
    holds(
      world,
      "init: fork() = shell",
      "shell: fork() = job",
      "shell: wait() <unfinished ...>",
      "init: kill(shell, SIGTERM) = 0",
      "  shell: +++ killed by SIGTERM +++",
      "job: getppid() = init",
      "init: waitpid(shell, 0) = shell [killed SIGTERM]",
    ),
  );

  real("a whole group can be killed, its sender with it", (world) =>
    holds(
      world,
      "init: fork() = a",
      "a: setpgid(0, 0) = 0",
      "a: fork() = b",
      "a: fork() = c",
      "b: kill(0, SIGKILL) = ?",
      "  a: +++ killed by SIGKILL +++",
      "  b: +++ killed by SIGKILL +++",
      "  c: +++ killed by SIGKILL +++",
      "init: kill(-a, 0) = 0",
    ),
  );

  real("a process obeys after each exec, and only its success counts", (world) =>
    holds(
      world,
      "init: fork() = a",
      "a: execve(missing) = -1 ENOENT",
      "init: setpgid(a, a) = 0",
      "a: execve() = 0",
      "init: setpgid(a, init) = -1 EACCES",
      "a: execve() = 0",
      "a: setpgid(0, init) = 0",
      "a: fork() = b",
      "b: getppid() = a",
    ),
  );

  real("an orphan goes to the nearest subreaper", (world) =>
    holds(
      world,
      "init: fork() = reaper",
      "reaper: prctl(PR_SET_CHILD_SUBREAPER, 1) = 0",
      "reaper: fork() = a",
      "a: fork() = b",
      "a: _exit(0) = ?",
      "b: getppid() = reaper",
      "reaper: prctl(PR_SET_CHILD_SUBREAPER, 0) = 0",
      "reaper: _exit(1) = ?",
      "b: getppid() = init",
    ),
  );

  real("what a dead init leaves is reaped from outside at once", async (world) => {
    const text = "init: fork() = a\na: fork() = b\nb: _exit(0)\na: fork() = c\ninit: _exit(0)\n";
    expect(await rows(world, text)).toEqual([
      "a running outside/init/init",
      "b zombie a/init/init",
      "c running a/init/init",
    ]);
    expect(await rows(world, `${text}a: _exit(0)\n`)).toEqual(["c running outside/init/init"]);
  });

  real("a thread has an ID of its own until its process execs", (world) =>
    holds(
      world,
      "init: fork() = a",
      "a: pthread_create() = t",
      "init: getpgid(t) = init",
      "init: setpgid(t, 0) = -1 EINVAL",
      "a: fork() = b",
      "b: kill(t, 0) = 0",
      "a: execve() = 0",
      "init: getpgid(t) = -1 ESRCH",
    ),
  );

  real("the table shows every process that is there", async (world) => {
    const text =
      "init: fork() = a\na: fork() = b\nb: setpgid(0, 0)\nb: _exit(1)\na: fork() = c\na: waitpid(c, 0)\n";
    expect(await rows(world, text)).toEqual([
      "a blocked init/init/init",
      "b zombie a/b/init",
      "c running a/init/init",
      "init running outside/init/init",
    ]);
  });
});

describe("the guard", () => {
  let world: NativeWorld;
  beforeAll(async () => {
    world = await NativeWorld.open({ isolation: "subreaper" });
  });
  afterAll(() => world.close());

  test.each([
    ["kill(-1, SIGTERM)", "kill(-1) needs a PID namespace"],
    ["kill(-5, SIGTERM)", "a signal to a group that is not of the trace needs a PID namespace"],
    ["kill(unused, SIGTERM)", "a signal to a number that is free needs a PID namespace"],
    ["kill(gone, SIGTERM)", "a signal to a number that is free needs a PID namespace"],
    ["kill(-gone, SIGTERM)", "a signal to a group that is not of the trace needs a PID namespace"],
  ])("keeps %s from the machine", async (call, reason) => {
    const before = "init: fork() = gone\ngone: _exit(0)\ninit: wait()\n";
    const { observations, obstacle } = await world.run(
      (await import("../../src/trace/index.js")).parse(`${before}init: ${call}\n`),
    );
    expect(obstacle).toEqual({ kind: "skipped", reason: `\`init: ${call}\`: ${reason}` });
    expect(observations).toHaveLength(3);
  });

  test("lets signal 0 through, which reaches nobody", async () => {
    expect(await show(world, "init: kill(unused, 0)\n")).toBe("init: kill(unused, 0) = -1 ESRCH\n");
  });
});

describe("a PID namespace", () => {
  let world: NativeWorld | undefined;
  beforeAll(async () => {
    world = await NativeWorld.open({ isolation: "namespace" }).catch(() => undefined);
  });
  afterAll(() => world?.close());

  test("lets kill(-1) reach everybody else in the trace", async ({ skip }) => {
    if (!world) return skip("no PID namespace can be had here");
    await holds(
      world,
      "init: kill(-1, SIGKILL) = -1 ESRCH",
      "init: fork() = a",
      "a: setsid() = a",
      "init: kill(-1, SIGKILL) = 0",
      "  a: +++ killed by SIGKILL +++",
      "init: kill(-5, SIGTERM) = -1 ESRCH",
    );
  });

  test("hands out the pid that the trace asks for", async ({ skip }) => {
    if (!world) return skip("no PID namespace can be had here");
    const steps = "init: fork() = a\ninit: fork() = b\na: _exit(0)\ninit: waitpid(a, 0)\n";
    const directed = `${steps}@ next-pid a\ninit: fork() = c\ninit: getpgid(a)\n`;
    expect(await show(world, directed)).toMatch(/init: fork\(\) = c\ninit: getpgid\(a\) = init\n$/);
    const undirected = `${steps}init: fork() = c\ninit: getpgid(a)\n`;
    expect(await show(world, undirected)).toMatch(/getpgid\(a\) = -1 ESRCH\n$/);
  });
});
