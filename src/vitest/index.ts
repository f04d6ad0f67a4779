/**
 * `retinue/vitest`: matchers for tests about processes. Importing it adds them to `expect`.
 *
 *     import "retinue/vitest";
 *
 *     await expect("init: fork() = a\n…").toAgreeWith("linux");
 *     await expect(() => stopTheServer()).toLeaveNoProcess();
 *
 * @module
 */
import { afterAll, expect } from "vitest";
import type { CaseResult } from "../diff/result.js";
import { compareSchedules } from "../explore/runs.js";
import { profileNamed, profileNames } from "../model/catalog.js";
import { NativeWorld } from "../native/index.js";
import { divergentCase } from "../report/divergence.js";
import { plainStyle } from "../report/reporter.js";
import { parse, type Trace } from "../trace/index.js";
import { survivorsOf } from "./leaks.js";

export { type Survivor, survivorsOf } from "./leaks.js";

interface ProcessMatchers<R = unknown> {
  /**
   * The trace, or its text, does on this kernel what the profile allows, under every schedule that
   * its blocks can have. Await it.
   *
   * @param profile a profile's name, such as `linux` or `posix`
   */
  toAgreeWith(profile: string): Promise<R>;
  /** Nothing that the function starts is left when it has ended. Await it. */
  toLeaveNoProcess(): Promise<R>;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: vitest declares it so
  interface Matchers<T = any> extends ProcessMatchers<T> {}
}

let world: Promise<NativeWorld> | undefined;

afterAll(async () => {
  const open = world;
  world = undefined;
  await (await open?.catch(() => undefined))?.close();
});

async function compare(received: string | Trace, name: string): Promise<CaseResult> {
  const profile = profileNamed(name);
  if (!profile) throw new RangeError(`no profile ${name}; there are ${profileNames().join(", ")}`);
  const trace = typeof received === "string" ? parse(received) : received;
  world ??= NativeWorld.open();
  return compareSchedules(trace, "the trace", await world, profile);
}

expect.extend({
  async toAgreeWith(received: string | Trace, name: string) {
    const result = await compare(received, name);
    const { verdict, reason } = result;
    return {
      pass: verdict === "agreed",
      message: () =>
        verdict === "diverged"
          ? divergentCase(result, name, plainStyle).join("\n")
          : `the trace ${verdict} with ${name}${reason === null ? "" : `: ${reason}`}`,
    };
  },

  async toLeaveNoProcess(received: () => unknown) {
    const left = await survivorsOf(received);
    const list = left.map(({ pid, command }) => `  ${pid} ${command}`).join("\n");
    return {
      pass: left.length === 0,
      message: () => (left.length > 0 ? `left behind:\n${list}` : "nothing was left behind"),
    };
  },
});
