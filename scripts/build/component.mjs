import { componentEmbed, componentNew } from "@bytecodealliance/jco";
import asc from "assemblyscript/asc";
import binaryen from "assemblyscript/binaryen";
import { put, size } from "./files.mjs";
import { requiredExports, wit, world } from "./names.mjs";
import { path, root } from "./paths.mjs";
import { renaming } from "./transform.mjs";

/** The component, relative to the root. */
export const component = "wasm/kernel.wasm";

/**
 * Builds the kernel model: AssemblyScript to a core module, and that with its interfaces to a
 * component.
 *
 * @param {"release" | "debug"} target an entry of asconfig.json
 * @returns {import("./step.mjs").Step}
 */
export function componentStep(target) {
  return {
    name: "component",
    inputs: ["assembly", wit, "asconfig.json"],
    outputs: [component],
    salt: target,
    async run() {
      const compiled = await compile(target);
      const core = target === "release" ? inlined(compiled) : compiled;
      refuseImports(core);
      const bytes = await componentNew(await embed(core), []);
      await put(component, bytes);
      const sizes = `${size(bytes.length)}, core module ${size(core.length)}`;
      return { summary: `${component} ${sizes}, imports: none` };
    },
  };
}

/** @param {Uint8Array} core */
function embed(core) {
  return componentEmbed({ binary: core, witPath: path(wit), world, stringEncoding: "utf16" });
}

/**
 * @param {string} target
 * @returns {Promise<Uint8Array>}
 */
async function compile(target) {
  const written = new Map();
  const { error, stderr } = await asc.main(
    [
      "--baseDir",
      root,
      "--config",
      path("asconfig.json"),
      "--target",
      target,
      "--outFile",
      "core.wasm",
    ],
    {
      // Its type asks for the members of a base class that the compiler itself does not need.
      transforms: [/** @type {any} */ (renaming(await requiredExports()))],
      writeFile: (name, content) => void written.set(name, content),
      stdout: asc.createMemoryStream(),
      stderr: asc.createMemoryStream(),
    },
  );
  if (error) throw new Error(`asc:\n${diagnostics(stderr.toString())}${error.message}`);
  return written.get("core.wasm");
}

/**
 * Puts every function that is called from one place only into its caller. The compiler itself does
 * not if they are long.
 *
 * @param {Uint8Array} core
 */
function inlined(core) {
  const module = binaryen.readBinary(core);
  const { BulkMemory, BulkMemoryOpt, MutableGlobals, SIMD128, SignExt } = binaryen.Features;
  module.setFeatures(BulkMemory | BulkMemoryOpt | MutableGlobals | SIMD128 | SignExt);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setOneCallerInlineMaxSize(10_000);
  module.optimize();
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/**
 * The compiler's output without the trace of its own stack, which it adds after the word FAILURE.
 *
 * @param {string} output
 */
function diagnostics(output) {
  return output.slice(0, Math.max(0, output.indexOf("FAILURE")));
}

/**
 * The component may import nothing. The functions that make and drop handles of its own resources
 * are no imports of the component: whoever instantiates it has them.
 *
 * @param {Uint8Array} core
 */
function refuseImports(core) {
  const foreign = WebAssembly.Module.imports(new WebAssembly.Module(Uint8Array.from(core)))
    .filter(({ module, name }) => !module.startsWith("[export]") || !name.startsWith("[resource-"))
    .map(({ module, name }) => `${module} ${name}`);
  if (foreign.length > 0)
    throw new Error(`the model must import nothing, but imports ${foreign.join(", ")}`);
}
