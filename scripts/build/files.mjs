import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { path, root } from "./paths.mjs";

/**
 * Every file at or below a path of the repository, sorted; none if nothing is there.
 *
 * @param {string} at relative to the root
 * @returns {Promise<string[]>} relative to the root
 */
export async function filesBelow(at) {
  const start = path(at);
  if (!existsSync(start)) return [];
  if (!(await stat(start)).isDirectory()) return [at];
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * One hash over the names and the contents of many files.
 *
 * @param {readonly string[]} places files or directories, relative to the root
 * @param {string} [salt] anything else that decides what is built from them
 */
export async function fingerprint(places, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const place of places) {
    for (const file of await filesBelow(place)) {
      const content = await readFile(path(file));
      hash.update(`\0${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/**
 * Writes a file so that nobody ever reads half of it. A file that already has this content keeps
 * its time stamp.
 *
 * @param {string} file relative to the root
 * @param {string | Uint8Array} content
 */
export async function put(file, content) {
  const target = path(file);
  const bytes = Buffer.from(content);
  if (existsSync(target) && bytes.equals(await readFile(target))) return;
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.tmp`;
  await writeFile(draft, bytes);
  await rename(draft, target);
}

/**
 * Removes the files of a directory that are not wanted (left there by an earlier state of the
 * sources).
 *
 * @param {string} directory relative to the root
 * @param {ReadonlySet<string>} wanted relative to the root
 */
export async function prune(directory, wanted) {
  for (const file of await filesBelow(directory)) {
    if (!wanted.has(file)) await rm(path(file));
  }
}

/**
 * A size as people read it.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
