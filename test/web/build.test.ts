import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalog } from "../../src/index.js";
import { raceNamed } from "../../web/src/gallery/collection.js";

const dir = mkdtempSync(join(tmpdir(), "retinue-page-"));
const configFile = fileURLToPath(new URL("../../web/vite.config.ts", import.meta.url));

beforeAll(() => build({ configFile, logLevel: "error", build: { outDir: dir } }));
afterAll(() => rmSync(dir, { recursive: true }));

function textOf(file: string): string {
  return readFileSync(join(dir, file), "utf8");
}

/** The files of the page, without its service worker. */
function filesOfPage(): string[] {
  const found = readdirSync(dir, { recursive: true, encoding: "utf8" });
  const files = found.filter((file) => statSync(join(dir, file)).isFile());
  return files.filter((file) => file !== "service-worker.js").sort();
}

test("every file of the page is kept for when there is no network, as it was built", () => {
  const [, list = ""] = /^const files = (.*);$/m.exec(textOf("service-worker.js")) ?? [];
  const kept: [string, string][] = JSON.parse(list);
  expect(kept.map(([file]) => file)).toEqual(filesOfPage());
  expect(kept.map(([file]) => file)).toContain("index.html");
  for (const [file, integrity] of kept) {
    const hash = createHash("sha256").update(readFileSync(join(dir, file)));
    expect(integrity, file).toBe(`sha256-${hash.digest("base64")}`);
  }
});

test("the page asks for no file but its own", () => {
  const addresses = [...textOf("index.html").matchAll(/(?:src|href)="([^"]+)"/g)];
  expect(addresses.length).toBeGreaterThan(2);
  for (const [, address] of addresses) expect(address).toMatch(/^\.\//);
});

test("what the model says of itself is a file, and in the page's component no text of it", () => {
  const [file = ""] = filesOfPage().filter((name) => name.endsWith(".json"));
  expect(JSON.parse(textOf(file))).toEqual(catalog());
  const core = Buffer.concat(
    filesOfPage()
      .filter((name) => name.endsWith(".wasm"))
      .map((name) => readFileSync(join(dir, name))),
  );
  const { rules, questions, profiles } = catalog();
  const alternatives = questions.flatMap((question) => question.alternatives);
  const told = [...rules, ...questions, ...alternatives, ...profiles].map(({ text }) => text);
  expect(told.length).toBeGreaterThan(200);
  expect(told.filter((text) => core.includes(Buffer.from(text, "utf16le")))).toEqual([]);
});

test("what the page fetches before it can be used is fetched beside its scripts", () => {
  const links = textOf("index.html").matchAll(/<link rel="preload"[^>]*href="\.\/([^"]+)"/g);
  const fetched = filesOfPage().filter((file) => /\.(wasm|json)$/.test(file));
  expect(fetched.length).toBeGreaterThan(1);
  expect([...links].map(([, file]) => file).sort()).toEqual(fetched);
});

test("the gallery comes when it is opened, not with the page", () => {
  const line = raceNamed("parent-only")?.split("\n")[1] ?? "";
  expect(line).toMatch(/^title: /);
  const holding = filesOfPage().filter((file) => textOf(file).includes(line));
  expect(holding).toHaveLength(1);
  expect(textOf("index.html")).not.toContain(holding[0]);
});
