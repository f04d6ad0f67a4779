import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { fetchedCore } from "./fetched-core.js";
import { keptOffline } from "./kept-offline.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The playground: a page of files that any static host can serve, from any folder. */
export default defineConfig({
  root: here,
  base: "./",
  resolve: { alias: { retinue: fileURLToPath(new URL("../dist/index.js", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [fetchedCore(), keptOffline()],
  server: { fs: { allow: [".."] } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // The glue of the component is a third of a megabyte, and compresses to a tenth of that.
    chunkSizeWarningLimit: 1024,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
