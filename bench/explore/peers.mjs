/**
 * The peers of `retinue explore`: the same rules in C, Promela and JavaScript, which share no rule
 * and no search with it or with one another. Builds them in a folder of its own, runs one after the
 * other, and prints one line of JSON for each.
 *
 *     node bench/explore/peers.mjs [--processes=3|4] [--peers=c,spin,js]
 *
 * With 4 processes C takes seconds, spin about a minute, and js many.
 */

import { execFile, spawnSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";

const run = promisify(execFile);
const home = fileURLToPath(new URL(".", import.meta.url));

/**
 * What a peer found.
 *
 * @typedef {object} Found
 * @property {string} peer
 * @property {number} processes
 * @property {number} states
 * @property {number} transitions Calls made, those that were refused and those that change nothing
 *   included.
 * @property {number} changes The transitions that lead to another state.
 * @property {Record<string, number>} outcomes How often a call came out in each way: by the ID of
 *   the rule that refused it, `waitpid 0` and `fork EAGAIN` where no rule speaks, or `setpgid ok`.
 * @property {number} seconds What the search took.
 * @property {"cpu"} clock The seconds are those that the process computed, its system calls and
 *   page faults included.
 * @property {number} bytes The most memory that was resident, of the whole process.
 */
/** @typedef {{ peer: string, processes: number, skipped: string }} Skipped and why */

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {readonly string[]} needs The programs it cannot do without.
 * @property {(folder: string, processes: number) => Promise<string[]>} build Builds the peer in a
 *   folder that holds its sources, and gives the command that runs it.
 */

/**
 * How spin's verifier is compiled. Every state is kept in full and every transition made: what is
 * not exact (bit-state hashing, hash compaction) or leaves transitions out (partial order
 * reduction) is not asked for. Depth first, because breadth first was slower.
 */
const panFlags = [
  "-O2",
  "-DSAFETY", // no search for cycles, so that a state is stored once
  "-DNOREDUCE", // no partial order reduction: every transition is made and counted
  "-DNOFAIR", // no code for weak fairness
  "-DNOCOMP", // no masking of a state before it is stored: faster
  "-DNOVSZ", // no length beside each state: all of them have the same
  "-DNOBOUNDCHECK", // no check of indices: all of them are constants
  "-DMEMLIM=16384", // megabytes: no limit that could matter
];

/**
 * How it is run, by the number of processes: -w is the size of its hash table as a power of two,
 * some times the number of states, which takes memory and saves time; -m is room for the longest
 * path; -n leaves out what was not reached.
 *
 * @type {Readonly<Record<number, readonly string[]>>}
 */
const panOptions = { 3: ["-w18", "-m10000", "-n"], 4: ["-w26", "-m2000000", "-n"] };

/** @type {readonly Peer[]} */
const all = [
  {
    name: "c",
    needs: ["cc"],
    async build(folder, processes) {
      const flags = ["-std=c99", "-O3", `-DPROCESSES=${processes}`];
      await run("cc", [...flags, "-o", "model", "model.c"], { cwd: folder });
      return [join(folder, "model")];
    },
  },
  {
    name: "spin",
    needs: ["cc", "spin"],
    async build(folder, processes) {
      const define = `-DPROCESSES=${processes}`;
      await run("spin", ["-Pcc -E -x c", "-a", define, "model.pml"], { cwd: folder });
      await run("cc", [...panFlags, define, "-o", "pan", "pan.c"], { cwd: folder });
      return [join(folder, "pan"), ...(panOptions[processes] ?? [])];
    },
  },
  {
    name: "js",
    needs: [],
    async build(folder, processes) {
      // Ten million texts in a set are more than Node gives room for by itself.
      const room = "--max-old-space-size=12288";
      return [process.execPath, room, join(folder, "model.mjs"), `${processes}`];
    },
  },
];

/** The names of all peers. */
export const peerNames = all.map(({ name }) => name);

/**
 * @param {string} name
 * @throws {RangeError} if no peer has this name
 */
function peerNamed(name) {
  const peer = all.find((one) => one.name === name);
  if (peer) return peer;
  throw new RangeError(`no peer is named "${name}": there are ${peerNames.join(", ")}`);
}

/**
 * The programs that a peer cannot do without and that this machine lacks.
 *
 * @param {string} name
 * @throws {RangeError} if no peer has this name
 */
export function lacking(name) {
  return peerNamed(name).needs.filter(
    (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0,
  );
}

/**
 * @param {Peer} peer
 * @param {number} processes
 * @returns {Promise<Found>}
 */
async function search({ name, build }, processes) {
  const folder = await mkdtemp(join(tmpdir(), "retinue-peer-"));
  try {
    await cp(home, folder, { recursive: true });
    const [program = "", ...options] = await build(folder, processes);
    const { stdout } = await run(program, options, { cwd: folder });
    // Spin's verifier says so and ends as if all were well.
    const unfinished = /max search depth too small|Search not completed/.exec(stdout);
    if (unfinished) throw new Error(`${name} with ${processes} processes: ${unfinished[0]}`);
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Runs peers one after the other.
 *
 * @param {{ processes: number, peers?: readonly string[] }} what 3 or 4 processes; all peers if
 *   none are named
 * @param {(result: Found | Skipped) => void} [tell] Called with each result as soon as it is there.
 * @returns {Promise<(Found | Skipped)[]>} in the order asked for
 * @throws {RangeError} for another number of processes, or if no peer has one of the names
 */
export async function runPeers({ processes, peers = peerNames }, tell = () => {}) {
  if (panOptions[processes] === undefined) {
    throw new RangeError(`the peers search with 3 or 4 processes, not with ${processes}`);
  }
  const results = [];
  for (const peer of peers.map(peerNamed)) {
    const missing = lacking(peer.name);
    const result =
      missing.length === 0
        ? await search(peer, processes)
        : { peer: peer.name, processes, skipped: `not installed: ${missing.join(", ")}` };
    tell(result);
    results.push(result);
  }
  return results;
}

async function main() {
  const { values } = parseArgs({
    options: {
      processes: { type: "string", default: "3" },
      peers: { type: "string", default: peerNames.join() },
    },
  });
  const what = { processes: Number(values.processes), peers: values.peers.split(",") };
  await runPeers(what, (result) => console.log(JSON.stringify(result)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main().catch((error) => {
    const isUsage = error instanceof RangeError || error?.code?.startsWith("ERR_PARSE_ARGS");
    console.error(isUsage ? error.message : error);
    process.exitCode = isUsage ? 2 : 1;
  });
}
