import { componentEmbed, componentNew } from "@bytecodealliance/jco";
import asc from "assemblyscript/asc";
import binaryen from "assemblyscript/binaryen";
import { put, size } from "./files.mjs";
import { requiredExports, wit } from "./names.mjs";
import { path, root } from "./paths.mjs";
import { renaming } from "./transform.mjs";
import { leavingOut } from "./untold.mjs";

/**
 * Builds a component of the kernel model: AssemblyScript to a core module, and that with its
 * interfaces to a component.
 *
 * @param {import("./worlds.mjs").World} world
 * @param {"release" | "debug"} target an entry of asconfig.json
 * @returns {import("./step.mjs").Step}
 */
export function componentStep(world, target) {
  const { name, component } = world;
  return {
    name,
    inputs: ["assembly", wit, "asconfig.json"],
    outputs: [component],
    salt: target,
    async run() {
      const compiled = await compile(world, target);
      const core = target === "release" ? inlined(compiled) : compiled;
      refuseImports(core);
      const bytes = await componentNew(await embed(core, name), []);
      await put(component, bytes);
      const sizes = `${size(bytes.length)}, core module ${size(core.length)}`;
      return { summary: `${component} ${sizes}, imports: none` };
    },
  };
}

/**
 * @param {Uint8Array} core
 * @param {string} world
 */
function embed(core, world) {
  return componentEmbed({ binary: core, witPath: path(wit), world, stringEncoding: "utf16" });
}

/**
 * @param {import("./worlds.mjs").World} world
 * @param {string} target
 * @returns {Promise<Uint8Array>}
 */
async function compile({ name, entry, untold }, target) {
  const written = new Map();
  const { error, stderr } = await asc.main(
    [
      entry,
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
      // Their type asks for the members of a base class that the compiler itself does not need.
      transforms: /** @type {any[]} */ ([
        leavingOut(untold),
        renaming(await requiredExports(name)),
      ]),
      writeFile: (file, content) => void written.set(file, content),
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
