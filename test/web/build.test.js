import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { raceNamed } from "../../web/src/gallery/collection.js";
const dir = mkdtempSync(join(tmpdir(), "retinue-page-"));
const configFile = fileURLToPath(new URL("../../web/vite.config.ts", import.meta.url));
beforeAll(() => build({ configFile, logLevel: "error", build: { outDir: dir } }));
afterAll(() => rmSync(dir, { recursive: true }));
function textOf(file) {
    return readFileSync(join(dir, file), "utf8");
}
/** The files of the page, without its service worker. */
function filesOfPage() {
    const found = readdirSync(dir, { recursive: true, encoding: "utf8" });
    const files = found.filter((file) => statSync(join(dir, file)).isFile());
    return files.filter((file) => file !== "service-worker.js").sort();
}
test("every file of the page is kept for when there is no network, as it was built", () => {
    const [, list = ""] = /^const files = (.*);$/m.exec(textOf("service-worker.js")) ?? [];
    const kept = JSON.parse(list);
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
    for (const [, address] of addresses)
        expect(address).toMatch(/^\.\//);
});
test("the gallery comes when it is opened, not with the page", () => {
    const line = raceNamed("parent-only")?.split("\n")[1] ?? "";
    expect(line).toMatch(/^title: /);
    const holding = filesOfPage().filter((file) => textOf(file).includes(line));
    expect(holding).toHaveLength(1);
    expect(textOf("index.html")).not.toContain(holding[0]);
});
