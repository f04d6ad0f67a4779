import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { DirectAgent, holds } from "./direct-agent.js";

function has(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

/** What no command in front of the agent may change. */
const stopping = [
  "init sigaction SIGCHLD catch = value 0",
  "init fork job = value job",
  "job setpgid 0 0 = value 0",
  "job sigaction SIGUSR1 catch = value 0",
  "job raise SIGSTOP = blocked",
  "  caught init SIGCHLD",
  "  stopped job",
  "init waitpid -job WUNTRACED = report job stopped SIGSTOP",
  "init kill job SIGUSR1 = value 0",
  "init kill job SIGCONT = value 0",
  "  caught init SIGCHLD",
  "  caught job SIGUSR1",
  "  resumed job raise value 0",
  "  continued job",
  "init waitpid -job WCONTINUED = report job continued",
  "job pause = blocked",
  "init kill job SIGSTOP = value 0",
  "  caught init SIGCHLD",
  "  stopped job",
  "init kill -job SIGTERM = value 0",
  "init kill -job SIGCONT = value 0",
  "  caught init SIGCHLD",
  "  died job killed SIGTERM",
  "init waitpid job 0 = report job killed SIGTERM",
];

describe.skipIf(!has("strace"))("behind strace (needs the program strace)", () => {
  test.each(["namespace", "subreaper"])("processes stop, isolation %s", async (isolation) => {
    const via = ["strace", "-f", "-qq", "-o", "/dev/null"];
    const agent = await DirectAgent.open(isolation, { via });
    if (!agent) return;
    await holds(
      agent,
      ...stopping,
      "init fork shell = value shell",
      "shell setsid = value shell",
      "shell openpty tty = value 0",
      "shell ioctl tty TIOCSCTTY 0 = value 0",
      "shell fork front = value front",
      "shell setpgid front 0 = value 0",
      "shell tcsetpgrp tty front = value 0",
      "front pthread_create helper = value helper",
      "front read tty 9 = blocked",
      'shell type tty "^Z" = value 1',
      "  caught shell SIGCHLD",
      "  stopped front",
      "shell kill front SIGCONT = value 0",
      "  caught shell SIGCHLD",
      "  continued front",
      'shell type tty "ok\\n" = value 3',
      "  resumed front read value 3",
    );
    await agent.close();
  });
});

const mayRunsc = has("runsc") && process.getuid?.() === 0;

describe.skipIf(!mayRunsc)("on gVisor (needs root and the program runsc)", () => {
  test("processes stop", { timeout: 60_000 }, async () => {
    const via = ["runsc", "--network=none", "--ignore-cgroups", "--platform=ptrace", "do"];
    const agent = await DirectAgent.open("auto", { via });
    if (!agent) throw new Error("it does not start");
    for (let i = 0; i < 3; i++) await holds(agent, ...stopping);
    expect(agent.hello).toContain("observer=proc-inexact");
    await agent.close();
  });
});
