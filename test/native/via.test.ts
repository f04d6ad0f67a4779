import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { NativeWorld } from "../../src/native/index.js";
import { show } from "./show.js";

let world: NativeWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

function has(command: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const strace = "strace -f -qq -o /dev/null";

const moving = [
  "init: fork() = a",
  "a: setpgid(0, 0) = 0",
  "init: getpgid(a) = a",
  "init: setpgid(a, init) = 0",
  "init: getpgid(a) = init",
  "init: waitpid(a, 0) <unfinished ...>",
  "a: _exit(2) = ?",
  "  init: <... waitpid resumed> = a [exited 2]",
  "",
];

/** The lines of `moving`, some of them replaced. */
function replaced(lines: Record<number, string>): string {
  return moving.map((line, i) => lines[i] ?? line).join("\n");
}

describe.skipIf(!has("strace"))("behind strace (needs the program strace)", () => {
  test.each([
    ["nothing", "", {}],
    ["setpgid:retval=0", "inject=setpgid:retval=0", { 2: "init: getpgid(a) = init" }],
    [
      "setpgid:error=EPERM",
      "inject=setpgid:error=EPERM",
      {
        1: "a: setpgid(0, 0) = -1 EPERM",
        2: "init: getpgid(a) = init",
        3: "init: setpgid(a, init) = -1 EPERM",
      },
    ],
    [
      "getpgid:retval=1",
      "inject=getpgid:retval=1",
      { 2: "init: getpgid(a) = outside", 4: "init: getpgid(a) = outside" },
    ],
  ])("faulting %s changes what it must and nothing else", async (_name, fault, lines) => {
    world = await NativeWorld.open({ via: fault ? `${strace} -e ${fault}` : strace });
    expect(await show(world, moving.join("\n"))).toBe(replaced(lines));
  });

  test("a step that does not settle is named, and the next trace runs", async () => {
    const via = `${strace} -e inject=getsid:delay_enter=1500000`;
    world = await NativeWorld.open({ via, deadline: 500 });
    expect(await show(world, "init: getpid() = init\ninit: getsid(0)\ninit: getpid()\n")).toBe(
      "init: getpid() = init\nbroken: `init: getsid(0)`: not settled after 500 ms\n",
    );
    expect(await show(world, moving.join("\n"))).toBe(moving.join("\n"));
  });
});

const mayRunsc = has("runsc") && process.getuid?.() === 0;

describe.skipIf(!mayRunsc)("on gVisor (needs root and the program runsc)", () => {
  test("traces settle, and its own answers show", async () => {
    const via = "runsc --network=none --ignore-cgroups --platform=ptrace do";
    world = await NativeWorld.open({ via });
    const text = [
      "init: fork() = shell",
      "shell: fork() = job",
      "job: execve() = 0",
      "shell: setpgid(job, job) = 0",
      "shell: waitpid(job, 0) <unfinished ...>",
      "init: kill(-job, SIGTERM) = 0",
      "  job: +++ killed by SIGTERM +++",
      "  shell: <... waitpid resumed> = job [killed SIGTERM]",
      "shell: fork() = other",
      "init: kill(other, SIGKILL) = 0",
      "  other: +++ killed by SIGKILL +++",
      "shell: waitpid(other, 0) = other [killed SIGKILL]",
      "",
    ].join("\n");
    for (let i = 0; i < 20; i++) expect(await show(world, text)).toBe(text);
  });
});
