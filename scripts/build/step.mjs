import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { filesBelow, fingerprint, put } from "./files.mjs";
import { path } from "./paths.mjs";

/**
 * One part of the build. It runs again only if something it is made from changed or something it
 * made is gone.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} inputs files and directories it reads, relative to the root
 * @property {readonly string[]} outputs files and directories it makes, relative to the root
 * @property {string} [salt] anything else that decides the result
 * @property {() => Promise<Result>} run
 */

/**
 * What a step says when it is done. `again` is set if the next build must run it whatever happens.
 *
 * @typedef {{ summary: string, again?: boolean }} Result
 */

/** The tools count as an input of every step: their versions are in the lock file. */
const tools = ["package-lock.json", "scripts"];

/**
 * Runs a step if it must, and prints one line about it.
 *
 * @param {Step} step
 */
export async function perform(step) {
  const started = performance.now();
  const current = await fingerprint([...tools, ...step.inputs], step.salt);
  const known = await recall(step);
  if (known?.fingerprint === current && (await present(step.outputs))) {
    report(step.name, known.summary, "unchanged");
    return;
  }
  const { summary, again } = await step.run();
  if (!again) await put(stamp(step), JSON.stringify({ fingerprint: current, summary }));
  report(step.name, summary, `${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** @param {Step} step */
function stamp(step) {
  return `node_modules/.cache/retinue/${step.name}.json`;
}

/**
 * @param {Step} step
 * @returns {Promise<{ fingerprint: string, summary: string } | undefined>}
 */
async function recall(step) {
  const file = path(stamp(step));
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : undefined;
}

/** @param {readonly string[]} outputs */
async function present(outputs) {
  for (const output of outputs) {
    if ((await filesBelow(output)).length === 0) return false;
  }
  return true;
}

/**
 * @param {string} name
 * @param {string} summary
 * @param {string} took
 */
function report(name, summary, took) {
  console.log(`${name.padEnd(10)} ${summary} (${took})`);
}
