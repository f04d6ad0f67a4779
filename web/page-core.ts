import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The modules through which the package reaches the component. */
const glue = /\/wasm\/glue\/(core|kernel)\.js$/;

/** The same modules of the component that is built for the page. */
const own = (module: string) => at(`../wasm/page/${module}.js`);

/** The file with all that the model says of itself. */
const told = "catalog.json";

/**
 * The page has a component of its own, without what it does not run. What it leaves out, the
 * catalogue, is data that the whole component is asked for once, when the page is built. Both are
 * files that the page fetches: they come faster than in the code, and beside it.
 */
export function pageCore(): Plugin {
  return {
    name: "page-core",
    apply: "build",
    enforce: "pre",
    async load(id) {
      const [, module] = glue.exec(id) ?? [];
      if (module === "kernel")
        return `
          import { instantiate as connect } from ${JSON.stringify(own("kernel"))};
          import { bytesOf } from ${JSON.stringify(id.replace(glue, "/wasm/glue/core.js"))};
          const told = JSON.parse(new TextDecoder().decode(bytesOf(${JSON.stringify(told)})));
          const catalog = Object.fromEntries(Object.keys(told).map((list) => [list, () => told[list]]));
          export function instantiate(...how) { return { ...connect(...how), catalog }; }
        `;
      if (module !== "core") return null;
      const files = [...(await coreModules(own("core"))), [told, await catalogue()] as const];
      const entries = files.map(([name, source]) => {
        const file = this.emitFile({ type: "asset", name, source });
        return `[${JSON.stringify(name)}, import.meta.ROLLUP_FILE_URL_${file}]`;
      });
      return `
        async function bytesAt(url) {
          const response = await fetch(url);
          if (!response.ok) throw new Error(\`\${url}: \${response.status}\`);
          return new Uint8Array(await response.arrayBuffer());
        }
        const files = new Map(await Promise.all(
          [${entries.join(", ")}].map(async ([name, url]) => [name, await bytesAt(url)]),
        ));
        export function bytesOf(name) { return files.get(name); }
      `;
    },
    // The browser need not run the scripts to learn that it will fetch them.
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => /\.(wasm|json)$/.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "fetch", crossorigin: true, href: `./${file}` },
          })),
    },
  };
}

/** The core modules by name. */
async function coreModules(file: string): Promise<Map<string, Uint8Array>> {
  const { bytesOf } = await import(file);
  const names = (await readFile(file, "utf8")).matchAll(/"([\w.]+\.wasm)": "/g);
  return new Map([...names].map(([, name = ""]) => [name, bytesOf(name)]));
}

/** What the whole component says of itself. */
async function catalogue(): Promise<string> {
  const { catalog }: typeof import("retinue") = await import(at("../dist/index.js"));
  return JSON.stringify(catalog());
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
