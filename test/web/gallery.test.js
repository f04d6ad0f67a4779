import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { raceNamed, shelves } from "../../web/src/gallery/collection.js";
import { entryOf, matches } from "../../web/src/gallery/entry.js";
import { casesIn } from "../suite.js";
const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = shelves.flatMap((shelf) => shelf.entries);
describe("the gallery", () => {
    test("has every trace of its folders once, as it is in the file", () => {
        const files = casesIn("examples/job-control", "examples/tutorial", "examples/races", "test/museum").map(({ file }) => file);
        expect(entries.map(({ file }) => file)).toEqual(files);
        for (const { file, text } of entries)
            expect(text).toBe(readFileSync(`${root}${file}`, "utf8"));
    });
    test.each(entries)("$file has a title", ({ file, title }) => {
        expect(title).not.toBe("");
        expect(title).not.toBe(file);
    });
    test("says of a trace where it is from if its front matter does", () => {
        const cited = entries.filter(({ text }) => /^reference: /m.test(text));
        expect(entries.filter(({ reference }) => reference)).toEqual(cited);
        expect(cited.length).toBeGreaterThan(0);
    });
    test("says which kernels a trace names", () => {
        const named = (file) => entries.find((entry) => entry.file === file)?.kernels;
        expect(named("test/museum/gvisor-leader-joins.trace")).toEqual(["gvisor"]);
        expect(named("test/museum/init-has-a-group.trace")).toEqual([]);
    });
    test("finds an entry by words in any order, and not by a word that it lacks", () => {
        const text = "---\ntitle: Who leads\nreference: some/thing#1\n---\ninit: fork() = a\n";
        const entry = entryOf("a/b.trace", text);
        expect(matches(entry, "")).toBe(true);
        expect(matches(entry, "thing#1 LEADS")).toBe(true);
        expect(matches(entry, "leads nobody")).toBe(false);
    });
    test("has the race that the tab of orders offers", () => {
        expect(raceNamed("parent-only")).toContain("parallel {");
        expect(raceNamed("no-such-race")).toBeUndefined();
    });
});
