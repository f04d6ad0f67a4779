import { highlightTree } from "@lezer/highlight";
import { describe, expect, test } from "vitest";
import { traceHighlighter, traceLanguage } from "../../web/src/editor/language.js";

/** The parts of a text that have a colour, as `class: text`. */
function spans(text: string): string[] {
  const found: string[] = [];
  highlightTree(traceLanguage.parser.parse(text), traceHighlighter, (from, to, classes) => {
    found.push(`${classes.replaceAll("tok-", "")}: ${text.slice(from, to)}`);
  });
  return found;
}

describe("each part of a trace has its colour", () => {
  test("a step", () => {
    expect(spans('init: type(tty, "^Z") = 1  # stops\n')).toEqual([
      "actor: init",
      "call: type",
      'string: "^Z"',
      "expected: =",
      "expected: 1",
      "comment: # stops",
    ]);
    expect(spans("a: sigaction(SIGHUP, catch|SA_RESTART) = default\n")).toEqual([
      "actor: a",
      "call: sigaction",
      "constant: SIGHUP",
      "constant: catch",
      "mark: |",
      "constant: SA_RESTART",
      "expected: =",
      "expected: default",
    ]);
  });

  test("a refusal, and what stands for one", () => {
    expect(spans("a: setpgid(0, -1) = -1 EPERM\n  [linux, darwin] = 0\n")).toEqual([
      "actor: a",
      "call: setpgid",
      "number: 0",
      "number: -1",
      "expected: =",
      "error: -1 EPERM",
      "profile: [linux, darwin]",
      "expected: =",
      "expected: 0",
    ]);
    expect(spans("a: wait() <unfinished ...>\n")).toContain("expected: <unfinished ...>");
  });

  test("effects", () => {
    const lines = ["a: wait() = b [exited 0]", "  b: --- SIGHUP ---", "  b: +++ exited with 3 +++"];
    expect(spans(`${lines.join("\n")}\n`)).toEqual([
      "actor: a",
      "call: wait",
      "expected: =",
      "expected: b [exited 0]",
      "actor: b",
      "effect: --- SIGHUP ---",
      "actor: b",
      "effect: +++ exited with 3 +++",
    ]);
  });

  test("front matter, a directive and a block", () => {
    const text = "---\ntitle: a b\nneeds: [users]\n---\n@ next-pid a\nparallel {\n}\n";
    expect(spans(text)).toEqual([
      "mark: ---",
      "key: title",
      "field: a b",
      "key: needs",
      "field: users",
      "mark: ---",
      "directive: @",
      "directive: next-pid",
      "block: parallel",
    ]);
  });
});
