/** Builds the agent: one static executable from the C sources in this folder. */

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const home = fileURLToPath(new URL(".", import.meta.url));

const flags = ["-std=c99", "-O2", "-Wall", "-Wextra", "-pthread"];

/** What `missing` says. */
const advice =
  "no C compiler was found: install one (`apt-get install musl-tools` or `gcc`; on macOS " +
  "`xcode-select --install`), or name it in the environment variable CC";

/**
 * One way to compile. A static executable starts and forks faster, and runs on machines that have
 * no C library.
 *
 * @typedef {{ command: string, arguments: readonly string[] }} Compiler
 */

/** @returns {readonly Compiler[]} in the order in which they are tried */
function compilers() {
  const { CC } = process.env;
  const cc = CC ? [CC] : ["cc"];
  if (process.platform !== "linux") return cc.map((command) => ({ command, arguments: [] }));
  return [
    ...(CC ? [] : [{ command: "musl-gcc", arguments: ["-static"] }]),
    ...cc.map((command) => ({ command, arguments: ["-static"] })),
    ...cc.map((command) => ({ command, arguments: [] })),
  ];
}

/** @returns {Promise<string[]>} names of the C sources and headers, sorted */
async function sources() {
  return (await readdir(home)).filter((name) => /\.[ch]$/.test(name)).sort();
}

/**
 * What the executable is made from, as a short text.
 *
 * @param {readonly string[]} names
 */
async function fingerprint(names) {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([process.platform, process.arch, flags, compilers()]));
  for (const name of names) hash.update(name).update(await readFile(join(home, name)));
  return hash.digest("hex").slice(0, 16);
}

/** Where an executable may be put: beside its sources, or where this user may write. */
function places() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return [join(home, "bin"), join(cache, "retinue")];
}

/** @param {string} path */
async function isFile(path) {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

/**
 * Compiles into a folder of its own, so that nobody ever runs half an executable.
 *
 * @param {readonly string[]} names
 * @param {string} target
 * @returns {Promise<boolean>} false if there is no compiler
 * @throws {Error} with the compiler's own words if the sources do not compile
 */
async function compile(names, target) {
  const files = names.filter((name) => name.endsWith(".c")).map((name) => join(home, name));
  const folder = await mkdtemp(`${target}-`);
  const output = join(folder, "agent");
  let complaint;
  try {
    for (const compiler of compilers()) {
      const argv = [...flags, ...compiler.arguments, "-o", output, ...files];
      const error = await run(compiler.command, argv).then(
        () => undefined,
        (reason) => reason,
      );
      if (!error) {
        // A process of a trace that has become another user executes it again.
        await chmod(output, 0o755);
        await rename(output, target);
        return true;
      }
      if (error.code !== "ENOENT") complaint = `${compiler.command}: ${error.stderr}`;
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (complaint) throw new Error(`the agent does not compile: ${complaint}`);
  return false;
}

/** @param {string} folder */
async function isWritable(folder) {
  try {
    await mkdir(folder, { recursive: true });
    await rm(await mkdtemp(join(folder, "try-")), { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} folders */
async function firstWritable(folders) {
  for (const folder of folders) if (await isWritable(folder)) return folder;
  return undefined;
}

/**
 * Removes what earlier versions of the sources were built to.
 *
 * @param {string} folder
 * @param {string} current
 */
async function removeOthers(folder, current) {
  for (const name of await readdir(folder))
    if (/^agent-[0-9a-f]{16}$/.test(name) && name !== current) await rm(join(folder, name));
}

/**
 * Builds the agent, unless it is there already.
 *
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<{ path: string, missing?: undefined } | { path?: undefined, missing: string }>}
 *   where the executable is, or a sentence that says what to install
 * @throws {Error} if the sources do not compile
 */
export async function buildAgent({ log }) {
  const names = await sources();
  const file = `agent-${await fingerprint(names)}`;
  for (const folder of places()) {
    const path = join(folder, file);
    if (await isFile(path)) return { path };
  }
  const folder = (await firstWritable(places())) ?? (await mkdtemp(join(tmpdir(), "retinue-")));
  const path = join(folder, file);
  if (!(await compile(names, path))) return { missing: advice };
  await removeOthers(folder, file);
  log(`built ${path}`);
  return { path };
}
