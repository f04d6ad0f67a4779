import { readFile, stat } from "node:fs/promises";
import { TreeFragment } from "@lezer/common";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildGrammar } from "../../src/trace/build-grammar.mjs";
import { parser } from "../../src/trace/grammar/parser.js";
import { print } from "../../src/trace/index.js";
import { traces } from "./arbitrary.js";

describe("what an editor needs of the grammar", () => {
  test("after an edit, reusing the old tree gives the tree of the new text", () => {
    const inserted = fc.constantFrom(
      "",
      "x",
      "\n",
      "\n  ",
      "\n  [linux] = 0\n",
      "---\n",
      "#",
      "(",
      " ",
      "init: fork() = a\n",
      "parallel {\n",
      "}\n",
    );
    const change = fc.record({ place: fc.nat(1000), removed: fc.nat(5), inserted });
    fc.assert(
      fc.property(traces, fc.array(change, { minLength: 1, maxLength: 5 }), (trace, changes) => {
        let text = print(trace);
        let tree = parser.parse(text);
        for (const { place, removed, inserted: insert } of changes) {
          const from = Math.floor((place / 1000) * text.length);
          const to = Math.min(text.length, from + removed);
          text = text.slice(0, from) + insert + text.slice(to);
          const range = { fromA: from, toA: to, fromB: from, toB: from + insert.length };
          tree = parser.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(tree), [range]));
          expect(tree.toString()).toBe(parser.parse(text).toString());
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a line that is being typed leaves the lines around it as they are", () => {
    const whole = [
      "init: fork() = a",
      "a: setpgid(0, 0) = 0",
      "  [linux] = -1 EPERM",
      "init: wait() = a [exited 0]",
    ];
    for (let length = 1; length < (whole[1] ?? "").length; length++) {
      const text = whole
        .map((line, index) => (index === 1 ? line.slice(0, length) : line))
        .join("\n");
      const steps = parser.parse(text).topNode.getChildren("Step");
      const texts = steps.map((step) => text.slice(step.from, step.to));
      expect(texts[0]).toBe("init: fork() = a\n");
      expect(texts.at(-1)).toBe("init: wait() = a [exited 0]");
    }
  });
});

test("building the tables again changes no file", async () => {
  const file = new URL("../../src/trace/grammar/parser.ts", import.meta.url);
  const before = { time: (await stat(file)).mtimeMs, text: await readFile(file, "utf8") };
  const warnings: string[] = [];
  await buildGrammar({ log: (line) => warnings.push(line) });
  expect({ time: (await stat(file)).mtimeMs, text: await readFile(file, "utf8") }).toEqual(before);
  expect(warnings).toEqual([]);
});
