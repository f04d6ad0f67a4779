import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";
import { catalog } from "../../src/index.js";
import { pageCore } from "../../web/page-core.js";
import { root } from "../package/pack.js";
import { casesIn } from "../suite.js";
import { journalOf } from "./journal-of.js";
import { describeInBrowser } from "./page.js";

const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples");

// Node runs the whole component and the page one of its own: what they say must not depend on that.
describeInBrowser("the model in a browser", (opened) => {
  test("has the journal that it has in Node, for every trace and kernel, byte for byte", async () => {
    const page = await opened().page();
    await bring(page, opened().url);
    const texts = cases.map(({ text }) => text);
    for (const { name } of catalog().profiles) {
      const there = await page.evaluate(
        ([all, profile]) => all.map((text) => globalThis.retinueTest.journalOf(text, profile)),
        [texts, name] as const,
      );
      const here = texts.map((text) => journalOf(text, name));
      expect(here.length).toBeGreaterThan(600);
      for (const [i, journal] of here.entries())
        expect(digest(there[i] ?? ""), `${name} ${cases[i]?.file}`).toBe(digest(journal));
    }
  });
});

declare global {
  var retinueTest: typeof import("./journal-of.js");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Brings what this test runs on both sides into a page. It fetches the page's own component. */
async function bring(page: Page, url: string): Promise<void> {
  const address = `${url}journal.js`;
  const body = await bundled();
  await page.route(address, (route) => route.fulfill({ body, contentType: "text/javascript" }));
  const content = `import * as it from "${address}"; window.retinueTest = it;`;
  await page.addScriptTag({ type: "module", content });
  await page.waitForFunction(() => "retinueTest" in globalThis);
}

async function bundled(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [pageCore()],
    resolve: { alias: { retinue: join(root, "dist/index.js") } },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(root, "test/web/journal-of.ts"), formats: ["es"] },
      rolldownOptions: { output: { assetFileNames: "assets/[name]-[hash][extname]" } },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? "";
}
