import { bytesOf } from "../../wasm/glue/core.js";
import type * as Catalog from "../../wasm/glue/interfaces/retinue-kernel-catalog.js";
import type * as Exploration from "../../wasm/glue/interfaces/retinue-kernel-exploration.js";
import type * as Machine from "../../wasm/glue/interfaces/retinue-kernel-machine.js";
import { instantiate as connect } from "../../wasm/glue/kernel.js";

/** What the kernel component exports. */
export interface Root {
  readonly catalog: typeof Catalog;
  readonly machine: typeof Machine;
  readonly exploration: typeof Exploration;
}

const modules = new Map<string, WebAssembly.Module>();

/**
 * A fresh instance of the kernel component, with a memory of its own. It takes a few milliseconds
 * and reads nothing, so many can live side by side, and one that trapped can be thrown away.
 */
export function instantiate(): Root {
  return connect(coreModule, {});
}

/** Every instance shares the compiled code. */
function coreModule(name: string): WebAssembly.Module {
  let module = modules.get(name);
  if (!module) {
    module = new WebAssembly.Module(bytes(name));
    modules.set(name, module);
  }
  return module;
}

function bytes(name: string): Uint8Array<ArrayBuffer> {
  const found = bytesOf(name);
  if (!found) throw new Error(`the component has no core module ${name}`);
  return found;
}
