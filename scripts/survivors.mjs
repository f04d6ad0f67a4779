/**
 * Kills `retinue check`, its agent, the coordinator or a process of a trace, each at a random
 * moment of a run, and counts what is left of the run. Needs Linux: what is left is found in /proc.
 *
 *     node scripts/survivors.mjs [--rounds=200] [--seed=N]
 *
 * As root, every second round runs as nobody.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdtemp, readdir, readFile, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildAgent } from "../src/native/agent/build.mjs";

const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const isolations = ["namespace", "subreaper"];
const victims = ["harness", "agent", "coordinator", "process"];
const NOBODY = 65534;

/** The longest time a run may go on before something is killed, in milliseconds. */
const longest = 60;
/**
 * About how long a run takes to start, in milliseconds. Every fourth is killed before that is over.
 */
const start = 300;
/** How long the rest may take to die, in milliseconds. */
const patience = 5_000;

/**
 * A random number of [0, 1) after the other, all decided by the seed (mulberry32).
 *
 * @param {number} seed
 */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The processes that run an executable, zombies apart: those are dead already.
 *
 * @param {string} executable
 * @returns {Promise<number[]>}
 */
async function running(executable) {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const target = await readlink(`/proc/${pid}/exe`).catch(() => "");
      return target.startsWith(executable) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** @param {number} pid */
async function childrenOf(pid) {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.split(" ").filter(Boolean).map(Number);
}

/**
 * The process to kill, if it is there at this moment.
 *
 * @param {string} victim
 * @param {number} harnessPid
 * @param {() => number} random
 * @returns {Promise<number | undefined>}
 */
async function find(victim, harnessPid, random) {
  if (victim === "harness") return harnessPid;
  const [agent = 0] = await childrenOf(harnessPid);
  if (victim === "agent") return agent || undefined;
  const [coordinator = 0] = await childrenOf(agent);
  if (victim === "coordinator") return coordinator || undefined;
  const processes = await childrenOf(coordinator);
  for (const pid of processes) processes.push(...(await childrenOf(pid)));
  return processes[Math.floor(random() * processes.length)];
}

/**
 * @typedef {object} Round
 * @property {string} isolation
 * @property {string} victim
 * @property {boolean} asNobody
 * @property {string} executable
 * @property {() => number} random
 */

/**
 * One run, killed.
 *
 * @param {Round} round
 * @returns {Promise<{ before: number, left: number } | undefined>} the most processes that were
 *   seen before, and how many there are still after `patience`; undefined if the isolation cannot
 *   be had
 */
async function survivorsOf({ isolation, victim, asNobody, executable, random }) {
  const user = asNobody ? { uid: NOBODY, gid: NOBODY } : {};
  const argv = [program, "check", "--agent", executable, "--isolation", isolation];
  const child = spawn(process.execPath, argv, {
    stdio: ["ignore", "ignore", "ignore"],
    cwd: "/",
    ...user,
  });
  const ended = once(child, "exit");
  let seen = 0;
  if (random() < 0.25) {
    await pause(random() * start);
  } else {
    seen = await untilBusy(executable, child);
    await pause(random() * longest);
  }
  if (child.exitCode !== null) return undefined;
  const before = Math.max(seen, (await running(executable)).length);
  const pid = await find(victim, child.pid ?? 0, random);
  if (pid !== undefined) kill(pid);
  // The death of a process of the trace is the trace's own affair: the run goes on until its
  // harness dies.
  if (victim === "process") await pause(random() * longest);
  child.kill("SIGKILL");
  await ended;
  const deadline = performance.now() + patience;
  let left = await running(executable);
  while (left.length > 0 && performance.now() < deadline) {
    await pause(5);
    left = await running(executable);
  }
  for (const survivor of left) kill(survivor);
  return { before, left: left.length };
}

/**
 * Waits until a trace is seen at work: more processes than the agent's own two and an init.
 *
 * @param {string} executable
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} how many there are
 */
async function untilBusy(executable, child) {
  const deadline = performance.now() + patience;
  let count = 0;
  while (count <= 3 && child.exitCode === null && performance.now() < deadline) {
    count = (await running(executable)).length;
  }
  return count;
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was faster.
  }
}

/**
 * Kills many runs.
 *
 * @param {{ rounds: number, seed: number }} options
 * @returns {Promise<{ rounds: number, skipped: number, most: number, survivors: string[] }>} how
 *   many rounds there were, how many could not be run here, the most processes that a kill found,
 *   and what survived
 */
export async function survivors({ rounds, seed }) {
  const folder = await mkdtemp(join(tmpdir(), "retinue-survivors-"));
  const executable = join(folder, "agent");
  const { path, missing } = await buildAgent({ log: () => {} });
  if (path === undefined) throw new Error(missing);
  await copyFile(path, executable);
  await chmod(folder, 0o755);
  const random = randomFrom(seed);
  const result = { rounds, skipped: 0, most: 0, survivors: /** @type {string[]} */ ([]) };
  try {
    for (let round = 0; round < rounds; round++) {
      const isolation = isolations[round % 2] ?? "";
      const victim = victims[(round >> 1) % 4] ?? "";
      const asNobody = process.getuid?.() === 0 && (round >> 3) % 2 === 1;
      const counts = await survivorsOf({ isolation, victim, asNobody, executable, random });
      const name = `round ${round}: ${victim} killed, ${isolation}${asNobody ? ", as nobody" : ""}`;
      if (counts === undefined) {
        result.skipped++;
        continue;
      }
      result.most = Math.max(result.most, counts.before);
      if (counts.left > 0) result.survivors.push(`${name}: ${counts.left} survived`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return result;
}

async function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "200" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  console.log(`seed ${values.seed}`);
  const options = { rounds: Number(values.rounds), seed: Number(values.seed) };
  const result = await survivors(options);
  for (const line of result.survivors) console.log(line);
  const { skipped, most } = result;
  console.log(`${values.rounds} rounds, ${skipped} skipped, up to ${most} processes each`);
  console.log(`${result.survivors.length} rounds with survivors`);
  if (result.survivors.length > 0 || most === 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
