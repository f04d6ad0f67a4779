import { readFile } from "node:fs/promises";
import { componentEmbed } from "@bytecodealliance/jco";
import { path } from "./paths.mjs";

/** Where the interfaces are, relative to the root. */
export const wit = "wasm/wit";

/**
 * How a dummy module of a world spells its exports: `cm32p2|package/interface@version|function`.
 */
const spelling = /^cm32p2\|(?<unit>.+\/(?<face>.+))@.+?\|(?<rest>.+)$/;

/**
 * What a component must export: the name the canonical ABI wants, by the name of the
 * AssemblyScript function that implements it. That is interface and function in camel case:
 * `catalogRules`, `machineKernelBoot`; a resource's constructor and destructor are
 * `machineKernelNew` and `machineKernelDtor`.
 *
 * @param {string} world
 * @returns {Promise<Map<string, string>>}
 */
export async function requiredExports(world) {
  const version = await packageVersion();
  const dummy = await componentEmbed({ witPath: path(wit), world, dummy: true });
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(dummy)));
  const names = new Map();
  for (const { name } of exports) {
    const parts = spelling.exec(name)?.groups;
    // Results live in an arena until the next call, so nothing has to be freed after one.
    if (!parts || parts.rest?.endsWith("_post")) continue;
    const { unit, face, rest } = /** @type {Record<"unit" | "face" | "rest", string>} */ (parts);
    names.set(identifier(face, rest), `${unit}@${version}#${abiName(rest)}`);
  }
  return names;
}

/** @returns {Promise<string>} */
async function packageVersion() {
  const text = await readFile(path(wit, "kernel.wit"), "utf8");
  const version = /^package [^;]+@([^;]+);/m.exec(text)?.[1];
  if (!version) throw new Error(`${wit}/kernel.wit names no package version`);
  return version;
}

/** @param {string} rest */
function abiName(rest) {
  return rest.endsWith("_dtor") ? `[dtor]${rest.slice(0, -"_dtor".length)}` : rest;
}

/**
 * @param {string} face
 * @param {string} rest
 */
function identifier(face, rest) {
  const words = rest
    .replace(/^\[constructor\](.+)$/, "$1-new")
    .replace(/^\[.+?\]/, "")
    .split(/[-._]/);
  return camel([...face.split("-"), ...words]);
}

/** @param {string[]} words */
function camel(words) {
  return words.map((word, i) => (i === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join("");
}
