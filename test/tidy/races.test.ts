import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forecast } from "../../src/oracle/expect.js";
import { printSchedule } from "../../src/trace/index.js";
import { recipes } from "../explore/recipes.js";
import { root } from "../package/pack.js";
import { profile } from "../report/reports.js";
import { type Case, casesIn } from "../suite.js";

// The guide shows traces that run, and says what comes of each of their orders. Both must be so.

const guide = readFileSync(join(root, "docs/races.md"), "utf8");
const traces = new Map(casesIn("examples/races").map((one) => [one.file, one]));

/** A recipe as the guide has it: its heading, its trace, and the table below it. */
const sections = [
  ...guide.matchAll(
    /^### ([^\n]+)\n.*?\[[^\]]+\]\(\.\.\/(\S+)\)\n\n```trace\n(.*?)```\n\n((?:\|[^\n]*\n)+)/gms,
  ),
].map(([, heading = "", file = "", text = "", table = ""]) => ({ heading, file, text, table }));

function traceAt(file: string): Case {
  const found = traces.get(file);
  if (!found) throw new Error(`there is no trace ${file}`);
  return found;
}

/** The cells of a table, without its head. */
function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe("docs/races.md", () => {
  test("shows every recipe, in one order with the test of what is safe", () => {
    const names = recipes.map(({ name }) => `examples/races/${name}.trace`);
    expect(sections.map(({ file }) => file)).toEqual(names);
  });

  test.each(sections)("shows $file as it is", ({ file, text }) => {
    expect(text).toBe(traceAt(file).text.replace(/^---\n.*?\n---\n/s, ""));
  });

  test.each(sections)("has every schedule that $file comes to under posix", ({ file, table }) => {
    const block = forecast(traceAt(file).trace, profile("posix")).find((each) => each.block)?.block;
    const outcomes = block?.outcomes ?? [];
    const wanted = outcomes.map(({ schedule, schedules }) => [
      `\`${printSchedule(schedule)}\``,
      String(schedules),
    ]);
    const shown = rowsOf(table).map((row) => row.slice(0, 2));
    expect(shown).toEqual([...new Map(wanted.map((row) => [row.join(), row])).values()]);
  });

  test("says at the top which hold, and what breaks the others", () => {
    const [, table = ""] = /\n((?:\|.*\n)+)/.exec(guide) ?? [];
    const rows = rowsOf(table);
    expect(rows.map(([recipe]) => /^\[(.+)\]/.exec(recipe ?? "")?.[1])).toEqual(
      sections.map(({ heading }) => heading),
    );
    expect(rows.map(([, holds, breaks]) => [holds, breaks])).toEqual(
      recipes.map(({ breaks }) => (breaks ? ["no", `\`${breaks}\``] : ["yes", ""])),
    );
  });
});
