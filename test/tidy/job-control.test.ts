import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../package/pack.js";
import { casesIn } from "../suite.js";

// The guide shows traces that run. What it shows must be what runs.

const guide = readFileSync(join(root, "docs/job-control.md"), "utf8");
const traces = casesIn("examples/job-control");
/** Each trace that the guide shows, with the file that it says it shows. */
const shown = [...guide.matchAll(/\[[^\]]+\]\(\.\.\/(\S+)\)\n\n```trace\n(.*?)```/gs)];

/** What follows on the front matter. */
function bodyOf(text: string): string {
  return text.replace(/^---\n.*?\n---\n/s, "");
}

describe("docs/job-control.md", () => {
  test("shows every trace of the folder, in their order, and no other", () => {
    expect(traces).toHaveLength(10);
    expect(shown.map((match) => match[1])).toEqual(traces.map(({ file }) => file));
    expect(guide.match(/```trace\n/g)).toHaveLength(traces.length);
  });

  test.each(traces)("shows $file as it is", ({ file, text }) => {
    expect(shown.find((match) => match[1] === file)?.[2]).toBe(bodyOf(text));
  });

  test("numbers its sections as the traces are numbered", () => {
    const sections = [...guide.matchAll(/^## (\d+)\. /gm)].map((match) => match[1]);
    const numbers = traces.map(({ file }) => String(Number.parseInt(basename(file), 10)));
    expect(sections).toEqual(numbers);
  });
});
