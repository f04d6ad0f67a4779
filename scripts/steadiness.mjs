// node scripts/steadiness.mjs [--runs=50]: the whole suite again and again on this machine's
// kernel, the second half of the runs with every core kept busy. All reports must be the same,
// apart from how long things took.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const { values } = parseArgs({ options: { runs: { type: "string", default: "50" } } });
const runs = Number(values.runs);

/** @typedef {import("../src/diff/result.js").Report} Report */

/**
 * A report without its durations.
 *
 * @returns {Promise<{ text: string } & Pick<Report, "summary" | "cases">>}
 */
async function report() {
  const words = [main, "check", "--quiet", "--reporter", "json"];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    maxBuffer: 2 ** 28,
  }).catch((error) => error);
  const parsed = JSON.parse(stdout, (key, value) => (key === "durationMs" ? 0 : value));
  return { text: JSON.stringify(parsed), summary: parsed.summary, cases: parsed.cases };
}

/** What a kernel's scheduler has to share the cores with. */
function load() {
  const idle = "for (;;);";
  const hogs = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", idle], { stdio: "ignore" }),
  );
  return () => hogs.forEach((hog) => void hog.kill("SIGKILL"));
}

/** @type {Map<string, number[]>} */
const seen = new Map();
let relieve = () => {};
try {
  for (let run = 1; run <= runs; run++) {
    if (run === Math.ceil(runs / 2) + 1) relieve = load();
    const start = performance.now();
    const { text, summary, cases } = await report();
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    seen.set(hash, [...(seen.get(hash) ?? []), run]);
    const odd = cases.filter(({ verdict }) => verdict !== "agreed" && verdict !== "skipped");
    const took = ((performance.now() - start) / 1000).toFixed(1);
    const names = odd.map(({ name, verdict, reason }) => ` ${name} ${verdict} ${reason ?? ""}`);
    process.stderr.write(
      `${run}/${runs} ${hash} ${took} s, ${summary.agreed} agreed${names.join(";")}\n`,
    );
  }
} finally {
  relieve();
}
for (const [hash, which] of seen) console.log(`${hash}: ${which.length} of ${runs} runs`);
process.exitCode = seen.size === 1 ? 0 : 1;
