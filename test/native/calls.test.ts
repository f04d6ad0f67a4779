import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as native from "../../src/native/index.js";

/** The error a call throws, without its stack. */
function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    const { name, message, code, errno, syscall } = error as Record<string, unknown>;
    return { name, message, code, errno, syscall };
  }
  throw new Error("nothing was thrown");
}

describe("the calls that Node does not have", () => {
  test("agree with what the system shows of this process", () => {
    const [group, session] = execFileSync("ps", ["-o", "pgid=,sid=", "-p", `${process.pid}`])
      .toString()
      .trim()
      .split(/\s+/)
      .map(Number);
    expect(native.getpgrp()).toBe(group);
    expect(native.getpgid(0)).toBe(group);
    expect(native.getpgid(process.pid)).toBe(group);
    expect(native.getsid(0)).toBe(session);
  });

  test("fail as Node's own calls do", () => {
    const own = thrown(() => process.kill(2 ** 31 - 1, 0));
    expect(own).toMatchObject({ message: "kill ESRCH", code: "ESRCH", errno: -3, syscall: "kill" });
    expect(thrown(() => native.getpgid(2 ** 31 - 1))).toEqual({
      ...(own as object),
      message: "getpgid ESRCH",
      syscall: "getpgid",
    });
    expect(thrown(() => native.setpgid(0, -1))).toMatchObject({ code: "EINVAL" });
    expect(thrown(() => native.getsid(2 ** 31 - 1))).toMatchObject({ code: "ESRCH" });
    expect(thrown(() => native.killpg(2 ** 31 - 1, 0))).toMatchObject({ message: "killpg ESRCH" });
    expect(thrown(() => native.tcgetpgrp(-1))).toMatchObject({ code: "EBADF" });
  });

  test("do not take a file for a terminal", () => {
    const fd = openSync("/dev/null", "r");
    expect(thrown(() => native.tcgetpgrp(fd))).toMatchObject({ code: "ENOTTY" });
    expect(thrown(() => native.tcsetpgrp(fd, 1))).toMatchObject({ code: "ENOTTY" });
  });

  test("refuse what is not a 32-bit integer, before it reaches the system", () => {
    for (const bad of [1.5, Number.NaN, 2 ** 31, -(2 ** 31) - 1, Number.POSITIVE_INFINITY])
      expect(() => native.getpgid(bad)).toThrow(RangeError);
    for (const bad of ["0", undefined, null, 0n, {}])
      expect(() => native.getpgid(bad as never)).toThrow(TypeError);
    expect(() => native.setpgid(0, 0.5)).toThrow("pgid is a 32-bit integer, not 0.5");
  });

  test("killpg never reaches further than one group", () => {
    for (const group of [1, 0, -1, -5]) expect(() => native.killpg(group, 0)).toThrow(RangeError);
    expect(() => native.killpg(2 ** 31 - 1, "SIGNONE" as never)).toThrow(TypeError);
  });

  test("killpg ends a group that a detached child leads", async () => {
    const child = spawn("sh", ["-c", "sleep 100 & sleep 100"], { detached: true });
    const { pid = 0 } = child;
    expect(native.getpgid(pid)).toBe(pid);
    expect(native.getsid(pid)).toBe(pid);
    native.killpg(pid, "SIGKILL");
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
  });
});
