import { bytesOf } from "../../wasm/glue/core.js";
import { instantiate as connect } from "../../wasm/glue/kernel.js";
const modules = new Map();
/**
 * A fresh instance of the kernel component, with a memory of its own. It takes a few milliseconds
 * and reads nothing, so many can live side by side, and one that trapped can be thrown away.
 */
export function instantiate() {
    return connect(coreModule, {});
}
/** Every instance shares the compiled code. */
function coreModule(name) {
    let module = modules.get(name);
    if (!module) {
        module = new WebAssembly.Module(bytes(name));
        modules.set(name, module);
    }
    return module;
}
function bytes(name) {
    const found = bytesOf(name);
    if (!found)
        throw new Error(`the component has no core module ${name}`);
    return found;
}
