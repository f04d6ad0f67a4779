// The core module inside the component, called without the glue: for what is too short to be
// measured through it.

const interfaceName = "retinue:kernel/machine@0.1.0";

/** Boots a kernel with `boot` and gives it back with the core module's exports and its address. */
export function withCore(boot) {
  const { Instance } = WebAssembly;
  const seen = {};
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports = {}) {
      const handles = imports[`[export]${interfaceName}`];
      const make = handles?.["[resource-new]kernel"];
      if (make) {
        const wrapped = (address) => {
          seen.address = address;
          return make(address);
        };
        imports = {
          ...imports,
          [`[export]${interfaceName}`]: { ...handles, "[resource-new]kernel": wrapped },
        };
      }
      super(module, imports);
      if (make) seen.exports = this.exports;
    }
  };
  const kernel = boot();
  WebAssembly.Instance = Instance;
  const method = (name) => seen.exports[`${interfaceName}#[method]kernel.${name}`];
  return { kernel, address: seen.address, memory: seen.exports.memory, method };
}
