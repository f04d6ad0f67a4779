import { readFile } from "node:fs/promises";
import { transpile } from "@bytecodealliance/jco";
import { parseAst } from "vite";
import { prune, put, size } from "./files.mjs";
import { path } from "./paths.mjs";
import { replaced, visit } from "./syntax.mjs";

/**
 * Builds what JavaScript needs to use a component: jco's glue with its types, and the core
 * modules as base64 in a module of their own, so that neither Node nor a browser has to read or
 * fetch anything.
 *
 * @param {import("./worlds.mjs").World} world
 * @returns {import("./step.mjs").Step}
 */
export function glueStep({ name, component, glue }) {
  return {
    name: `${name}-glue`,
    inputs: [component],
    outputs: [
      `${glue}/kernel.js`,
      `${glue}/kernel.d.ts`,
      `${glue}/core.js`,
      `${glue}/core.d.ts`,
      `${glue}/interfaces`,
    ],
    async run() {
      const { files, imports } = await transpile(await readFile(path(component)), {
        name: "kernel",
        instantiation: "sync",
        nodejsCompat: false,
        minify: true,
      });
      if (imports.length > 0) throw new Error(`the component imports ${imports.join(", ")}`);
      const made = [...sources(files), ...coreModule(files)];
      const wanted = Object.fromEntries(
        made.map(([file, content]) => [`${glue}/${file}`, content]),
      );
      for (const [file, content] of Object.entries(wanted)) await put(file, content);
      await prune(glue, new Set(Object.keys(wanted)));
      const total = Object.values(wanted).reduce((sum, content) => sum + content.length, 0);
      return { summary: `${glue} ${size(total)}` };
    },
  };
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {[string, Uint8Array][]}
 */
function sources(files) {
  return Object.entries(files)
    .filter(([name]) => !name.endsWith(".wasm"))
    .map(([name, content]) => [name, name === "kernel.js" ? withoutLog(content) : content]);
}

/**
 * The glue tells a log of everything it does, several times a call, which takes longer than the
 * call.
 *
 * @param {Uint8Array} content
 */
function withoutLog(content) {
  const text = new TextDecoder().decode(content);
  /** @type {import("./syntax.mjs").Node[]} */
  const calls = [];
  visit(parseAst(text), (node) => {
    const { callee } = /** @type {{ callee?: { name?: string } }} */ (node);
    if (node.type === "CallExpression" && callee?.name === "_debugLog") calls.push(node);
  });
  if (calls.length === 0) throw new Error("the glue has no log of its own any more: see glue.mjs");
  return new TextEncoder().encode(replaced(text, calls, "0"));
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {[string, string][]}
 */
function coreModule(files) {
  const entries = Object.entries(files)
    .filter(([name]) => name.endsWith(".wasm"))
    .map(
      ([name, content]) =>
        `  ${JSON.stringify(name)}: "${Buffer.from(content).toString("base64")}",\n`,
    );
  return [
    ["core.js", `const texts = {\n${entries.join("")}};\n\n${bytesOf}`],
    ["core.d.ts", declaration],
  ];
}

const says =
  "/** The bytes of a core module of the component; undefined if there is none of that name. */";
const declaration = `${says}
export declare function bytesOf(name: string): Uint8Array<ArrayBuffer> | undefined;
`;
const bytesOf = `${says}
export function bytesOf(name) {
  const text = texts[name];
  return text && Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
`;
