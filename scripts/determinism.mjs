/**
 * Runs one trace many times while something else keeps every processor busy, and counts the
 * transcripts that differ.
 *
 *     node scripts/determinism.mjs [--runs=1000] [--isolation=namespace|subreaper]
 */

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** Twelve steps in which processes move, exec, block, are killed, come back and are handed on. */
const steps = `
init: fork() = shell
shell: fork() = a
shell: fork() = b
shell: setpgid(a, a)
a: execve()
shell: setpgid(a, 0)
shell: setpgid(b, a)
shell: waitpid(-a, 0)
init: kill(a, SIGTERM)
b: setsid()
shell: _exit(0)
b: getppid()
`;

/**
 * Keeps every processor busy while it works.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function underLoad(work) {
  const hogs = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
  try {
    return await work();
  } finally {
    for (const hog of hogs) hog.kill("SIGKILL");
  }
}

/**
 * @typedef {typeof import("../src/native/index.js")} Native
 * @typedef {typeof import("../src/trace/index.js")} Traces
 */

/**
 * Runs the trace under load.
 *
 * @param {Pick<Native, "NativeWorld"> & Pick<Traces, "parse">} retinue
 * @param {number} runs
 * @param {import("../src/native/index.js").NativeOptions} [options]
 * @returns {Promise<Map<string, number>>} how often each transcript came, as JSON
 */
export async function transcripts({ NativeWorld, parse }, runs, options) {
  const trace = parse(steps.trimStart(), "determinism.trace");
  const world = await NativeWorld.open(options);
  /** @type {Map<string, number>} */
  const seen = new Map();
  try {
    await underLoad(async () => {
      for (let run = 0; run < runs; run++) {
        const transcript = JSON.stringify(await world.run(trace));
        seen.set(transcript, (seen.get(transcript) ?? 0) + 1);
      }
    });
  } finally {
    await world.close();
  }
  return seen;
}

async function main() {
  const { values } = parseArgs({
    options: { runs: { type: "string", default: "1000" }, isolation: { type: "string" } },
  });
  const [{ NativeWorld }, { parse }] = await Promise.all([
    import(new URL("../dist/native/index.js", import.meta.url).href),
    import(new URL("../dist/trace/index.js", import.meta.url).href),
  ]);
  const started = performance.now();
  const isolation = /** @type {"namespace" | "subreaper" | undefined} */ (values.isolation);
  const seen = await transcripts({ NativeWorld, parse }, Number(values.runs), { isolation });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (seen.size === 1) {
    console.log(`${values.runs} runs under load in ${seconds} s: all transcripts are the same`);
    return;
  }
  for (const [transcript, times] of seen) console.log(`${times} times: ${transcript}`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
