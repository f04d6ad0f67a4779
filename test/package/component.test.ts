import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { componentWit } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import { root } from "./pack.js";

describe("the published component", () => {
  const wit = readFile(join(root, "wasm/kernel.wasm")).then((bytes) => componentWit(bytes));

  test("imports nothing, not even a clock or a random source", async () => {
    expect((await wit).match(/^\s*import .*$/gm) ?? []).toEqual([]);
  });

  test("exports the interfaces of wasm/wit", async () => {
    const source = await readFile(join(root, "wasm/wit/kernel.wit"), "utf8");
    const [, unit, version] = /^package (.+)@(.+);$/m.exec(source) ?? [];
    const interfaces = [...source.matchAll(/^interface (\S+) \{$/gm)].map(([, name]) => name);
    expect(interfaces).not.toEqual([]);
    for (const name of interfaces) {
      expect(await wit).toContain(`export ${unit}/${name}@${version};`);
    }
  });
});
