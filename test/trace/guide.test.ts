import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FEW, SCHEDULES_MAX } from "../../src/explore/schedules.js";
import { catalog } from "../../src/model/catalog.js";
import { mismatches } from "../../src/oracle/expect.js";
import { TRIES_MAX } from "../../src/oracle/interleavings.js";
import {
  fieldKeys,
  type Gives,
  kinds,
  MAX_BLOCK_STEPS,
  parse,
  print,
  type Signature,
  signals,
  signatures,
} from "../../src/trace/index.js";

const guide = readFileSync(new URL("../../docs/traces.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/```trace\n(.*?)```/gs)].map((match) => match[1] ?? "");

describe("docs/traces.md", () => {
  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples)("an example is a trace in its canonical form\n%s", (example) => {
    expect(print(parse(example, "docs/traces.md"))).toBe(example);
  });

  test.each(examples)("the model agrees with an example, under every profile\n%s", (example) => {
    const trace = parse(example, "docs/traces.md");
    for (const profile of catalog().profiles) expect(mismatches(trace, profile)).toEqual([]);
  });

  test("an example of every call", () => {
    for (const name of signatures.keys()) expect(examples.join("\n")).toContain(` ${name}(`);
  });

  test("shows the message of an error as it is", () => {
    const shown = /```text\n(.*?)\n```/s.exec(guide)?.[1];
    const text = "init: fork() = job\ninit: kill(job, SIGTREM) = 0\n";
    expect(() => parse(text, "jobs.trace")).toThrow(expect.objectContaining({ message: shown }));
  });

  test("says how large a block may be, and how much of it is run", () => {
    const bounds = guide.slice(guide.indexOf("## Bounds")).replace(/\s+/g, " ");
    expect(bounds).toContain(`A block has at most ${MAX_BLOCK_STEPS} steps.`);
    expect(bounds).toContain(`tries ${TRIES_MAX.toLocaleString("en")} steps in one block`);
    expect(bounds).toContain(`each schedule if it has at most ${FEW}, else`);
    expect(bounds).toContain(`up to ${SCHEDULES_MAX}.`);
  });

  test("lists every call", () => {
    expect(section("calls")).toBe(
      table(["call", "arguments", "gives"], [...signatures.values()].map(callRow)),
    );
  });

  test("lists every key of the front matter", () => {
    const rows = [...fieldKeys].map(([key, { list, item, words, says }]) => {
      const items = words?.map(code).join(", ") ?? `such as ${code(item?.example ?? "")}`;
      return [code(key), list ? `list: ${items}` : "text", says];
    });
    expect(section("fields")).toBe(table(["key", "form", "says"], rows));
  });

  test("lists every signal", () => {
    expect(section("signals").replace(/\s+/g, " ")).toBe(` ${signals.map(code).join(", ")}. `);
  });
});

/** What stands between `<!-- name -->` and `<!-- end -->`. */
function section(name: string): string {
  const start = `<!-- ${name} -->`;
  const from = guide.indexOf(start);
  expect(from).toBeGreaterThan(0);
  return guide.slice(from + start.length, guide.indexOf("<!-- end -->", from));
}

const results: Record<Gives, string> = {
  zero: "0",
  id: "an ID, by name",
  foreground: "a group by name, 0, or 100000, which stands for none",
  count: "a number of bytes",
  report: "a child and what became of it; 0 if there is nothing to report",
  siginfo: "a child and what became of it; 0 or `untouched` if there is nothing to report",
  set: "signals in braces",
  disposition: "what is set",
  failure: "only an error",
  nothing: "`?`",
};

function callRow({ text, parameters, gives, unless, binds }: Signature): string[] {
  const wants = parameters.map(({ name, kind, optional }) => {
    return `${name}: ${optional ? "nothing, or " : ""}${kinds[kind].wants}`;
  });
  const exception = unless ? `; with ${unless.word}, ${results[unless.gives]}` : "";
  return [
    code(text),
    wants.join("; "),
    binds ? `a new ${binds}, whose name it binds` : `${results[gives]}${exception}`,
  ];
}

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return `\n${lines.map((cells) => `| ${cells.map(escapeBars).join(" | ")} |`).join("\n")}\n`;
}

function escapeBars(cell: string): string {
  return cell.replaceAll("|", "\\|");
}

function code(text: string): string {
  return `\`${text}\``;
}
