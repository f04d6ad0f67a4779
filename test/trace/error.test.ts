import { expect, test } from "vitest";
import { parse, TraceError } from "../../src/trace/index.js";

function messageOf(text: string): string {
  try {
    parse(text, "jobs.trace");
  } catch (error) {
    if (error instanceof TraceError) return error.message;
    throw error;
  }
  throw new Error("the text was accepted");
}

test("the message shows the place, the line, a caret and what was expected", () => {
  expect(messageOf("init: fork() = shell\nshell: setpgid(0 0) = 0\n")).toBe(
    [
      "jobs.trace:2:18: unexpected `0`",
      "    shell: setpgid(0 0) = 0",
      "                     ^ expected `,` or `)`",
    ].join("\n"),
  );
});

test("ten problems are shown, the others counted, and all are in the error", () => {
  const text = "init: nothing()\n".repeat(25);
  expect(messageOf(text).split("\n")).toHaveLength(31);
  expect(messageOf(text)).toMatch(/\nand 15 more problems$/);
  expect(() => parse(text)).toThrow(
    expect.objectContaining({ problems: expect.objectContaining({ length: 25 }) }),
  );
});

test("the caret stands under the place although tabs stand before it", () => {
  const [, line, caret] = messageOf("init:\tfork(\t%)\n").split("\n");
  expect(line).toBe("    init:\tfork(\t%)");
  expect(caret).toMatch(/^ {9}\t {5}\t\^ expected/);
});

test("of a long line, the part around the place is shown", () => {
  const text = `init: fork() %${" # and so on".repeat(300)}\n`;
  const lines = messageOf(text).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(140);
  expect(lines[1]?.[lines[2]?.indexOf("^") ?? 0]).toBe("%");
  const late = messageOf(
    `init: fork() # ${"x".repeat(1000)}\ninit: kill(${"0, ".repeat(900)}%)`,
  ).split("\n");
  expect(late[1]?.[late[2]?.indexOf("^") ?? 0]).toBe("%");
});

test("nothing in a message can move the cursor of a terminal", () => {
  const message = messageOf("init: fork() \u001b[2J\u009b\u0007\n");
  expect(message).toMatch(/^[^\p{Cc}]*(\n[^\p{Cc}]*)*$/u);
});
