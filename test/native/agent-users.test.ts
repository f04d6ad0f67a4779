import { chmodSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAgent } from "../../src/native/agent/build.mjs";
import { onLinux } from "./direct.js";
import { DirectAgent, holds } from "./direct-agent.js";

const mayChangeUser = process.platform === "linux" && process.getuid?.() === 0;
const NOBODY = 65534;
/** The user that the traces of the suite become. */
const OTHER_USER = 1000;

describe.skipIf(!mayChangeUser)("users (needs Linux and root)", () => {
  onLinux("a process of another user", (real) => {
    real("obeys, executes, is seen and stopped like any other", (agent) =>
      holds(
        agent,
        "init fork a = value a",
        "init fork b = value b",
        "a setresuid 1000 1000 1000 = value 0",
        "b setresuid -1 1000 -1 = value 0",
        "a setresuid 0 0 0 = error EPERM",
        "b setresuid 0 0 0 = value 0",
        "a kill b SIGUSR1 = error EPERM",
        "a execve = value 0",
        "a fork c = value c",
        "c raise SIGSTOP = blocked",
        "  stopped c",
        "a waitpid c WUNTRACED = report c stopped SIGSTOP",
        "a kill c SIGTERM = value 0",
        "init kill c SIGCONT = value 0",
        "  died c killed SIGTERM",
        "a waitid P_ALL 0 WEXITED = report c killed SIGTERM",
        "a wait = error ECHILD",
      ),
    );

    real("can open a terminal that somebody else made", (agent) =>
      holds(
        agent,
        "init openpty tty = value 0",
        "init fork a = value a",
        "a setsid = value a",
        "a setresuid 1000 1000 1000 = value 0",
        "a open tty O_RDWR = value 0",
        "a tcgetpgrp tty = value a",
        "a execve = value 0",
        "a openpty own = value 1",
        'a type own "x\\n" = value 2',
        'init type tty "^C" = value 1',
        "  died a killed SIGINT",
      ),
    );
  });

  describe("an agent without privileges", () => {
    const folder = mkdtempSync(join(tmpdir(), "retinue-users-"));
    const path = join(folder, "agent");
    beforeAll(async () => {
      chmodSync(folder, 0o755);
      copyFileSync((await buildAgent({ log: () => {} })).path ?? "", path);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each([
      ["auto", NOBODY],
      ["subreaper", NOBODY],
      ["subreaper", OTHER_USER],
    ])("runs job control, isolation %s, as user %i", async (isolation, user) => {
      chmodSync(path, 0o755);
      const agent = await DirectAgent.open(isolation, { user, path });
      if (!agent) throw new Error("it does not start");
      expect(agent.has("users")).toBe(false);
      await holds(
        agent,
        "init fork shell = value shell",
        "shell setsid = value shell",
        "shell openpty tty = value 0",
        "shell ioctl tty TIOCSCTTY 0 = value 0",
        "shell sigaction SIGCHLD catch = value 0",
        "shell fork job = value job",
        "shell setpgid job 0 = value 0",
        "shell tcsetpgrp tty job = value 0",
        "job execve = value 0",
        'shell type tty "^Z" = value 1',
        "  caught shell SIGCHLD",
        "  stopped job",
        "job setresuid -1 -1 -1 = not-run",
        "shell setresuid -1 -1 -1 = value 0",
      );
      await agent.close();
    });

    test("says so if other users could not execute it", async () => {
      chmodSync(path, 0o700);
      const agent = await DirectAgent.open("auto", { path });
      expect(agent?.has("users")).toBe(false);
      await agent?.close();
    });
  });
});
