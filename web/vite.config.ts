import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { keptOffline } from "./kept-offline.js";
import { pageCore } from "./page-core.js";
import { usedMethods } from "./used-methods.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The playground: a page of files that any static host can serve, from any folder. */
export default defineConfig({
  root: here,
  base: "./",
  resolve: { alias: { retinue: fileURLToPath(new URL("../dist/index.js", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [pageCore(), usedMethods(), keptOffline()],
  server: { fs: { allow: [".."] } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
