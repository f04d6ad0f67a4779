/**
 * Runs the programs of examples/gvisor on this kernel and on gVisor, and prints what each says.
 * Needs `musl-gcc`, `runsc` and root.
 *
 *     node scripts/gvisor.mjs [--via="runsc … do"] [NAME…]
 *
 * The exit status is 1 if a program says the same on both, 3 if nothing could be run.
 */

import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";

const folder = fileURLToPath(new URL("../examples/gvisor/", import.meta.url));
const gvisor = "runsc --network=none --ignore-cgroups --platform=ptrace do";
/** How long a program may take, in milliseconds. */
const patience = 8_000;

const start = promisify(execFile);

/**
 * @typedef {object} Demonstration
 * @property {string} name the name of the program, without `.c`
 * @property {string} shows one sentence
 * @property {string} speaks the rules and questions, or `none`
 * @property {string} clause
 */

/**
 * What the comment says that a program begins with.
 *
 * @param {string} name
 * @returns {Promise<Demonstration>}
 */
export async function demonstration(name) {
  const text = await readFile(join(folder, `${name}.c`), "utf8");
  const [, shows, speaks, clause] =
    /^\/\*\n \* (.+)\n \* ([^;]+); (.+)\n \*\/\n/.exec(text)?.map((part) => part.trim()) ?? [];
  if (!shows || !speaks || !clause) throw new Error(`${name}.c does not begin as it should`);
  return { name, shows, speaks: speaks.replace(/\n \* /g, " "), clause };
}

/** The names of all programs. */
export async function demonstrations() {
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith(".c")).map((file) => basename(file, ".c"));
}

/**
 * The line that a program prints, or what became of it.
 *
 * @param {readonly string[]} command
 * @returns {Promise<string>}
 */
async function lineOf(command) {
  const [program = "", ...words] = command;
  const limits = { timeout: patience, killSignal: /** @type {const} */ ("SIGKILL") };
  try {
    const { stdout } = await start(program, words, limits);
    return stdout.trim() || "nothing";
  } catch (error) {
    const { killed, message } = /** @type {Error & { killed?: boolean }} */ (error);
    return killed ? `no end for ${patience / 1000} s` : (message.split("\n")[0] ?? "");
  }
}

/**
 * Compiles a program and runs it on both kernels.
 *
 * @param {string} name
 * @param {readonly string[]} via what stands in front of a program to run it on gVisor
 * @param {string} place a folder for it
 * @returns {Promise<{ here: string, there: string }>}
 */
async function demonstrate(name, via, place) {
  const program = join(place, name);
  const flags = ["-std=c99", "-D_GNU_SOURCE", "-static", "-o", program];
  await start("musl-gcc", [...flags, join(folder, `${name}.c`)]);
  return { here: await lineOf([program]), there: await lineOf([...via, program]) };
}

/**
 * Why nothing can be run here; undefined if it can.
 *
 * @param {readonly string[]} via
 */
async function obstacle(via) {
  if (process.getuid?.() !== 0) return "gVisor needs root to be started";
  for (const program of ["musl-gcc", via[0] ?? ""]) {
    const there = await start(program, ["--version"]).catch(() => undefined);
    if (!there) return `${program} is missing`;
  }
  return undefined;
}

/** @param {readonly string[]} cells */
function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { via: { type: "string", default: gvisor } },
    allowPositionals: true,
  });
  const via = values.via.split(" ");
  const lack = await obstacle(via);
  if (lack) {
    process.stderr.write(`${lack}\n`);
    process.exitCode = 3;
    return;
  }
  const names = positionals.length > 0 ? positionals : await demonstrations();
  const place = await mkdtemp(join(tmpdir(), "retinue-gvisor-"));
  console.log(row(["program", "rule or question", "this kernel", "gVisor"]));
  console.log(row(["---", "---", "---", "---"]));
  try {
    for (const name of names.sort()) {
      const { speaks, clause } = await demonstration(name);
      const { here, there } = await demonstrate(name, via, place);
      const spoken = speaks === "none" ? clause : speaks;
      console.log(row([name, spoken, here, there]));
      if (here === there) process.exitCode = 1;
    }
  } finally {
    await rm(place, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
