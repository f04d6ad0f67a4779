import { createHash } from "node:crypto";
import { join } from "node:path";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";
import { catalog } from "../../src/index.js";
import { root } from "../package/pack.js";
import { casesIn } from "../suite.js";
import { journalOf } from "./journal-of.js";
import { describeInBrowser } from "./page.js";

const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples");

// One component runs in Node and in the browser: what it says must not depend on where.
describeInBrowser("the model in a browser", (opened) => {
  test("has the journal that it has in Node, for every trace and kernel, byte for byte", async () => {
    const page = await opened().page();
    await page.addScriptTag({ content: await bundled() });
    const texts = cases.map(({ text }) => text);
    for (const { name } of catalog().profiles) {
      const there = await page.evaluate(
        ([all, profile]) => {
          const { journalOf: journal } = (globalThis as unknown as { retinueTest: Bundled })
            .retinueTest;
          return all.map((text) => journal(text, profile));
        },
        [texts, name] as const,
      );
      const here = texts.map((text) => journalOf(text, name));
      expect(here.length).toBeGreaterThan(600);
      for (const [i, journal] of here.entries())
        expect(digest(there[i] ?? ""), `${name} ${cases[i]?.file}`).toBe(digest(journal));
    }
  });
});

type Bundled = typeof import("./journal-of.js");

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What this test runs on both sides, for the browser. */
async function bundled(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { retinue: join(root, "dist/index.js") } },
    build: {
      write: false,
      lib: { entry: join(root, "test/web/journal-of.ts"), formats: ["iife"], name: "retinueTest" },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? "";
}
