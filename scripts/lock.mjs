// Completes package-lock.json after `npm install`. A registry may lack the package that a
// dependency ships for some platform; npm then leaves it out, and `npm ci` refuses the lock file on
// every platform. What is missing is the version, which the dependency states, and the platform,
// which is in the package's name.
import { readFile, writeFile } from "node:fs/promises";
import { path } from "./build/paths.mjs";

/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }}
 *   Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
];
const processors = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"];
const libraries = { gnu: "glibc", musl: "musl" };

/**
 * The words of a platform package's name that npm's `os`, `cpu` and `libc` fields know.
 *
 * @param {string} name
 */
function platform(name) {
  const words = name.split(/[/-]/);
  const os = [...systems, "sunos", "win32"].filter((word) => words.includes(word));
  const cpu = processors.filter((word) => words.includes(word));
  const libc = Object.entries(libraries)
    .filter(([word]) => words.includes(word))
    .map(([, library]) => library);
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name} names no platform`);
  return { cpu, libc, os };
}

/**
 * The places where a package looks for a dependency, nearest first.
 *
 * @param {string} from
 * @param {string} name
 */
function* candidates(from, name) {
  for (let at = from; at; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

/**
 * The optional dependencies that have no entry, with the entry they need.
 *
 * @param {Lock} lock
 */
function missing(lock) {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => ![...candidates(from, name)].some((place) => place in lock.packages))
      .map(([name, version]) => {
        if (!/^\d/.test(version)) throw new Error(`${from} asks for no exact version of ${name}`);
        const { cpu, libc, os } = platform(name);
        const use = { ...(entry.dev && { dev: true }), ...(libc.length > 0 && { libc }) };
        return {
          place: `node_modules/${name}`,
          entry: { version, cpu, ...use, optional: true, os },
        };
      }),
  );
}

const file = path("package-lock.json");
/** @type {Lock} */
const lock = JSON.parse(await readFile(file, "utf8"));
const [[self, own] = ["", {}], ...others] = Object.entries(lock.packages);
const added = missing(lock);
for (const { place, entry } of added) others.push([place, entry]);
others.sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = { [self]: own, ...Object.fromEntries(others) };
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const { place } of added) console.log(`added to package-lock.json: ${place}`);
