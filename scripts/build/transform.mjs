import binaryen from "assemblyscript/binaryen";

/**
 * Makes the AssemblyScript transform that gives every exported function the name the canonical ABI
 * wants. The language itself cannot: an export there must be an identifier.
 *
 * @param {ReadonlyMap<string, string>} names see `requiredExports`
 */
export function renaming(names) {
  return {
    /** @param {binaryen.Module} module the compiled program */
    afterCompile(module) {
      const missing = [...names].filter(([identifier]) => !module.getExport(identifier));
      if (missing.length > 0) throw new Error(complaint(missing));
      for (const [identifier, name] of names) {
        const { value } = binaryen.getExportInfo(module.getExport(identifier));
        module.removeExport(identifier);
        module.addFunctionExport(value, name);
      }
    },
  };
}

/** @param {[string, string][]} missing */
function complaint(missing) {
  const lines = missing.map(([identifier, name]) => `  ${identifier}  for  ${name}`);
  return ["assembly/ lacks exports that wasm/wit requires:", ...lines].join("\n");
}
