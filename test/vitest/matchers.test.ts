import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import "../../src/vitest/index.js";
import { survivorsOf } from "../../src/vitest/index.js";

// What `retinue/vitest` gives to others: each matcher passes, and fails, for the right reason.

const here = process.platform === "linux";
const execed = "init: fork() = job\njob: execve() = 0\ninit: setpgid(job, job)\n";

test.skipIf(!here)("a trace agrees with the profile of this kernel (only on Linux)", () =>
  expect(execed).toAgreeWith("linux"),
);

test.skipIf(!here)("a trace that does not agree shows the divergence (only on Linux)", async () => {
  const failure = await expect(execed)
    .toAgreeWith("asterinas")
    .catch((error: Error) => error);
  expect(String(failure)).toContain("asterinas");
  expect(String(failure)).toContain("-1 EACCES");
});

const raced = "init: fork() = job\nparallel {\n  init: setpgid(job, job)\n  job: execve() = 0\n}\n";

test.skipIf(!here)("a block is run in every order (only on Linux)", async () => {
  await expect(raced).toAgreeWith("linux");
  const failure = await expect(raced)
    .toAgreeWith("asterinas")
    .catch((error: Error) => error);
  expect(String(failure)).toContain("under the schedule job,init");
});

test("a profile that does not exist is named", async () => {
  const failure = await expect(execed)
    .toAgreeWith("plan9")
    .catch((error: Error) => error);
  expect(String(failure)).toContain("no profile plan9; there are posix, linux");
});

let left: ChildProcess | undefined;
afterEach(async () => {
  const child = left;
  left = undefined;
  if (!child) return;
  child.kill("SIGKILL");
  await once(child, "exit");
});

/** A process that stays until it is killed, seen running. */
async function leave(): Promise<void> {
  left = spawn(process.execPath, ["-e", "console.log(1); process.stdin.resume()"]);
  if (left.stdout) await once(left.stdout, "data");
}

test.skipIf(!here)("a function that cleans up leaves nothing (only where /proc is)", () =>
  expect(async () => {
    await once(spawn(process.execPath, ["-e", ""]), "exit");
  }).toLeaveNoProcess(),
);

test.skipIf(!here)("a process left behind is named (only where /proc is)", async () => {
  const failure = await expect(leave)
    .toLeaveNoProcess()
    .catch((error: Error) => error);
  expect(String(failure)).toContain(`${left?.pid} `);
});

test.skipIf(!here)("survivors are those of this function only (only where /proc is)", async () => {
  await leave();
  expect(await survivorsOf(() => {})).toEqual([]);
});
