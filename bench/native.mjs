import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "retinue";
import { NativeWorld } from "retinue/native";
import { cost, costAwaited } from "./measure.mjs";

// What a trace costs on the real kernel, beside the least it could: three bare fork, exit, wait in
// C.

const text = `init: fork() = shell
shell: setsid() = shell
shell: fork() = first
shell: fork() = second
shell: setpgid(first, first) = 0
shell: setpgid(second, first) = 0
first: execve() = 0
shell: setpgid(first, 0) = -1 EACCES
second: getpgrp() = first
shell: kill(-first, SIGTERM) = 0
  first: +++ killed by SIGTERM +++
  second: +++ killed by SIGTERM +++
shell: waitpid(-first, 0)
shell: wait()
`;
const traces = 100;
const forks = 3000;

/** Compiled as the agent is where that can be done: static, with a small C library. */
function compile(folder) {
  const program = join(folder, "fork-exit-wait");
  const source = join(new URL(".", import.meta.url).pathname, "fork-exit-wait.c");
  const hasMusl = spawnSync("musl-gcc", ["--version"]).status === 0;
  execFileSync(hasMusl ? "musl-gcc" : "cc", ["-O2", "-static", "-o", program, source]);
  return program;
}

export async function nativeFigures() {
  const folder = mkdtempSync(join(tmpdir(), "retinue-bench-"));
  const world = await NativeWorld.open();
  try {
    const program = compile(folder);
    const bare = (3 * cost(forks, () => execFileSync(program, [String(forks)]))) / 1000;
    const trace = parse(text);
    const run = async () => {
      for (let i = 0; i < traces; i++) await world.run(trace);
    };
    const whole = (await costAwaited(traces, run)) / 1000;
    return [
      ["a trace of 12 calls and 3 forks, settled and seen", whole, "µs", 3 * bare],
      ["three bare fork, exit and wait in C", bare, "µs"],
    ];
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}
