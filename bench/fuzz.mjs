import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

// What generated traces cost from end to end: generated, run on this kernel, judged, and counted;
// and the same with a model in place of the kernel.

const main = fileURLToPath(import.meta.resolve("retinue/package.json")).replace(
  "package.json",
  "dist/cli/main.js",
);

async function session(...more) {
  const found = await mkdtemp(join(tmpdir(), "retinue-bench-"));
  const words = ["fuzz", "--runs", "1000", "--seed", "1", "--found", found, "--reporter", "json"];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [main, ...words, ...more], {
      maxBuffer: 2 ** 26,
    }).catch((error) => error);
    const { fuzzing, summary } = JSON.parse(stdout);
    const seconds = summary.durationMs / 1000;
    return [fuzzing.runs / seconds, fuzzing.steps / seconds];
  } finally {
    await rm(found, { recursive: true });
  }
}

/** Each figure: what it is, its value and unit. */
export async function fuzzFigures() {
  const [traces, steps] = await session();
  const [modelTraces, modelSteps] = await session("--against", "linux", "--profile", "linux");
  return [
    ["traces on the real kernel", traces, "traces/s"],
    ["their steps", steps, "steps/s"],
    ["traces in the model", modelTraces, "traces/s"],
    ["their steps", modelSteps, "steps/s"],
  ];
}
