import { readFile } from "node:fs/promises";
/** The module that has the component's core modules in base64. */
const inlined = /\/wasm\/glue\/core\.js$/;
/** A module of the same form that fetches them: they come faster, and beside the code. */
export function fetchedCore() {
    return {
        name: "fetched-core",
        apply: "build",
        enforce: "pre",
        async load(id) {
            if (!inlined.test(id))
                return null;
            const entries = [...(await coreModules(id))].map(([name, source]) => {
                const file = this.emitFile({ type: "asset", name, source });
                return `[${JSON.stringify(name)}, await bytesAt(import.meta.ROLLUP_FILE_URL_${file})]`;
            });
            return `
        async function bytesAt(url) {
          const response = await fetch(url);
          if (!response.ok) throw new Error(\`\${url}: \${response.status}\`);
          return new Uint8Array(await response.arrayBuffer());
        }
        const modules = new Map([${entries.join(", ")}]);
        export function bytesOf(name) { return modules.get(name); }
      `;
        },
    };
}
/** The core modules by name. */
async function coreModules(file) {
    const { bytesOf } = await import(file);
    const names = (await readFile(file, "utf8")).matchAll(/"([\w.]+\.wasm)": "/g);
    return new Map([...names].map(([, name = ""]) => [name, bytesOf(name)]));
}
