/**
 * A component that is built of the model, and all that differs between those that are.
 *
 * @typedef {object} World
 * @property {string} name the world in wasm/wit that it is built for
 * @property {string} entry the AssemblyScript file with what it exports, relative to the root
 * @property {string} component where it goes, relative to the root
 * @property {string} glue where its JavaScript form goes, relative to the root
 * @property {readonly string[]} untold the fields whose texts are left out of it
 */

/**
 * The whole model.
 *
 * @type {World}
 */
export const model = {
  name: "model",
  entry: "assembly/index.ts",
  component: "wasm/kernel.wasm",
  glue: "wasm/glue",
  untold: [],
};

/**
 * What the playground runs. What the catalogue tells it has as data, so the texts that nothing else
 * tells are not in its component.
 *
 * @type {World}
 */
export const page = {
  name: "page",
  entry: "assembly/page.ts",
  component: "wasm/page.wasm",
  glue: "wasm/page",
  untold: ["clause", "text"],
};
