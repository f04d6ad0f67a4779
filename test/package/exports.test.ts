import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifest, type Packed, pack, root, run } from "./pack.js";

let packed: Packed;

beforeAll(async () => {
  packed = await pack();
});

afterAll(async () => {
  await packed[Symbol.asyncDispose]();
});

describe("the published package", () => {
  test("has nothing that publint objects to", async () => {
    const tarball = new Uint8Array(await readFile(packed.tarball)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("resolves with its types in every module system that can load ES modules", async () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    // A component has no types of its own: what it offers is typed by the main entry.
    const scope = ["--profile", "esm-only", "--exclude-entrypoints", "kernel.wasm"];
    const argv = [attw, packed.tarball, ...scope, "--no-definitely-typed", "--format", "ascii"];
    const { status, stdout } = await run(process.execPath, argv);
    expect(status, stdout).toBe(0);
  });

  test("holds every file its manifest names", () => {
    const named = Object.values(manifest.exports)
      .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
      .concat(Object.values(manifest.bin))
      .map((target) => target.replace(/^\.\//, ""));
    for (const target of named) {
      const [prefix = "", suffix = ""] = target.split("*");
      expect(
        packed.files.filter((file) => file.startsWith(prefix) && file.endsWith(suffix)),
        target,
      ).not.toEqual([]);
    }
  });

  test("holds the agent's source and no binary of it", () => {
    const agent = packed.files.filter((file) => file.startsWith("src/native/agent/"));
    expect(agent.filter((file) => file.endsWith(".c"))).not.toEqual([]);
    expect(agent.filter((file) => !/\.(c|h|mjs)$/.test(file))).toEqual([]);
  });
});
