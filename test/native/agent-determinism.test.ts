import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect } from "vitest";
import { onLinux } from "./direct.js";

const hogs: ChildProcess[] = [];
beforeAll(() => {
  for (let i = 0; i < availableParallelism(); i++)
    hogs.push(spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }));
});
afterAll(() => {
  for (const hog of hogs) hog.kill("SIGKILL");
});

/** Keys stop, end and wake a pipeline; a shell hears of all of it. */
const pipeline = [
  "init fork shell",
  "shell setsid",
  "shell openpty tty",
  "shell ioctl tty TIOCSCTTY 0",
  "shell sigaction SIGCHLD catch|SA_RESTART",
  "shell fork a",
  "shell fork b",
  "shell setpgid a 0",
  "shell setpgid b a",
  "shell tcsetpgrp tty a",
  "a sigaction SIGINT catch",
  "a pthread_create helper",
  "b execve",
  "a read tty 10",
  "b read tty 10",
  'shell type tty "^C"',
  'shell type tty "^Z"',
  "shell waitpid -a WUNTRACED|WNOHANG",
  "shell kill -a SIGCONT",
  'shell type tty "ls\\n"',
  "a read tty 3",
  'shell type tty "^\\\\"',
  "shell waitpid -1 WNOHANG",
];

/** A death hangs up a session, orphans groups and continues what is stopped in them. */
const hangup = [
  "init sigaction SIGCHLD catch",
  "init openpty tty",
  "init fork leader",
  "leader setsid",
  "leader open tty O_RDWR",
  "leader fork front",
  "leader fork back",
  "front setpgid 0 0",
  "back setpgid 0 0",
  "back fork member",
  "leader tcsetpgrp tty front",
  "front fork child",
  "child read tty 5",
  "member sigaction SIGHUP catch",
  "member sigaction SIGCONT catch",
  "member pause",
  "back read tty 1",
  "leader sigaction SIGHUP catch",
  "init close tty.master",
  "leader raise SIGKILL",
  "init waitpid -1 WNOHANG",
  "init waitpid -1 WNOHANG",
];

onLinux("job control on a busy machine", (real) => {
  for (const [name, steps] of [
    ["a pipeline", pipeline],
    ["a hangup", hangup],
  ] as const)
    real(`${name} gives the same transcript every time`, async (agent) => {
      const seen = new Set<string>();
      for (let run = 0; run < 60; run++) {
        const transcript = await agent.run(steps);
        expect(transcript.end).toBe("done -");
        seen.add(JSON.stringify([transcript.text, transcript.steps]));
      }
      expect([...seen]).toHaveLength(1);
    });
});
