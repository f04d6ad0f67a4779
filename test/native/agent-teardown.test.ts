import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAgent } from "../../src/native/agent/build.mjs";
import { DirectAgent } from "./direct-agent.js";

// A process that is stopped does not see that its coordinator is gone.

const folder = mkdtempSync(join(tmpdir(), "retinue-teardown-"));
const path = join(folder, "agent");
beforeAll(async () => copyFileSync((await buildAgent({ log: () => {} })).path ?? "", path));
afterAll(() => rmSync(folder, { recursive: true }));

/** The states of the processes that run the agent. */
function states(): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      if (readlinkSync(`/proc/${pid}/exe`) !== path) return [];
      return [/\) (.)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? ""];
    } catch {
      return [];
    }
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries++) await pause(10);
}

/** It reads in the background and catches what that gives, again and again, beside a stopped process. */
const endless = [
  "init fork shell",
  "shell setsid",
  "shell openpty tty",
  "shell ioctl tty TIOCSCTTY 0",
  "shell fork job",
  "shell setpgid job 0",
  "shell fork stopped",
  "stopped setsid",
  "stopped raise SIGSTOP",
  "job sigaction SIGTTIN catch|SA_RESTART",
  "job read tty 1",
];

function victim(agent: DirectAgent, who: string): number {
  const { pid } = agent.child;
  if (who === "agent") return Number(pid);
  return Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8"), 10);
}

describe.skipIf(process.platform !== "linux")("stopped processes (needs Linux)", () => {
  const cases = ["namespace", "subreaper"].flatMap((isolation) =>
    ["agent", "coordinator", "reader"].map((who) => [isolation, who] as const),
  );
  test.each(cases)("isolation %s: do not survive the %s", async (isolation, who) => {
    const agent = await DirectAgent.open(isolation, { path });
    if (!agent) return;
    agent.run(endless, 60_000).catch(() => {});
    await until(() => states().includes("T"));
    expect(states()).toContain("T");
    if (who === "reader") agent.child.stdout.destroy();
    else process.kill(victim(agent, who), "SIGKILL");
    await until(() => states().length === 0);
    expect(states()).toEqual([]);
  });

  test("a step that never comes to rest is named", async () => {
    const agent = await DirectAgent.open("subreaper", { path });
    const transcript = await agent?.run(endless, 300);
    expect(transcript?.end).toBe("hung 10 the kernel had not settled by the deadline");
    expect((await agent?.run(["init getpid"]))?.end).toBe("done -");
    await agent?.close();
  });
});
