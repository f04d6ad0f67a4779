import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root, run } from "../package/pack.js";

test("the pages that are written from the catalogue are current", async () => {
  const { status, stderr } = await run(process.execPath, ["scripts/docs.mjs", "--check"], {
    cwd: root,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

/** The pages that people read. */
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test.each(pages)("every link in %s leads somewhere", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
  const relative = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(relative.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});
