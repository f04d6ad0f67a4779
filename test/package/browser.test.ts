import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build, type Rolldown } from "vite";
import { describe, expect, test } from "vitest";
import { root } from "./pack.js";

type Entry = typeof import("../../src/index.js");

/** Bundles the package's main entry for a browser, with everything it reaches. */
async function bundle(): Promise<Rolldown.OutputChunk> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, "dist/index.js"), formats: ["iife"], name: "retinue" },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const chunk = output?.output[0];
  if (!chunk) throw new Error("the bundler wrote nothing");
  return chunk;
}

describe("the main entry in a browser", () => {
  const bundled = bundle();

  test("reaches nothing of Node's and nothing native", async () => {
    const { moduleIds } = await bundled;
    const foreign = /^node:|__vite-browser-external|koffi|\/dist\/(native|cli)\//;
    expect(moduleIds.filter((id) => foreign.test(id))).toEqual([]);
  });

  test("runs a trace in the model with nothing but what browsers have", async () => {
    const { code } = await bundled;
    const globals = { WebAssembly, TextDecoder, TextEncoder, atob, console };
    const retinue = runInContext(`${code}\nretinue`, createContext(globals)) as Entry;
    const trace = retinue.parse("---\ntitle: a leader\n---\ninit: setpgid(0, 0) = -1 EPERM\n");
    const linux = retinue.profileNamed("linux");
    expect(linux && retinue.mismatches(trace, linux)).toEqual([]);
  });
});
