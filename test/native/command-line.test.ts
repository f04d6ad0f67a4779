import { describe, expect, test } from "vitest";
import { commandFor, splitCommand } from "../../src/native/command-line.js";

describe("a command in front of the agent", () => {
  test.each([
    ["", []],
    ["  ssh  host ", ["ssh", "host"]],
    ["a 'b c' \"d e\"", ["a", "b c", "d e"]],
    ["a'b'\"c\"d", ["abcd"]],
    ["''", [""]],
    ["a\\ b", ["a b"]],
    ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
    ["'$HOME' $HOME", ["$HOME", "$HOME"]],
    ["a\tb\nc", ["a", "b", "c"]],
  ])("%j is split as a shell does", (command, words) => {
    expect(splitCommand(command)).toEqual(words);
  });

  test.each(["'a", 'a "b', "a\\"])("%j is not closed", (command) => {
    expect(() => splitCommand(command)).toThrow(SyntaxError);
  });

  test("the agent comes last, or where the command wants it", () => {
    expect(commandFor("/x y/agent", undefined)).toEqual(["/x y/agent"]);
    expect(commandFor("/agent", "strace -f")).toEqual(["strace", "-f", "/agent"]);
    expect(commandFor("/agent", "sh -c 'exec {agent} 2>log'")).toEqual([
      "sh",
      "-c",
      "exec /agent 2>log",
    ]);
  });
});
