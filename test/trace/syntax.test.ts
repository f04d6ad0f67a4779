import { describe, expect, test } from "vitest";
import { type Case, check, complaints, problemsOf } from "./complaints.js";

describe("a line that is no line of the language says what could stand there", () => {
  const argument = "an argument";
  const result = "a result: 0, a name, `-1 ERRNO`, `name [exited 0]`, `?`";
  const line = "a step such as `init: fork() = shell`, a directive or a comment";
  check([
    ["%", `2:1 unexpected \`%\` (${line})`],
    ["init fork()", "2:6 unexpected `fork` (`:`)"],
    ["init:", "2:6 unexpected end of the line (a call such as `fork()`)"],
    ["init: fork", "2:11 unexpected end of the line (`(`)"],
    ["init: fork(", `2:12 unexpected end of the line (${argument}, or \`)\`)`],
    ["init: kill(job,", `2:16 unexpected end of the line (${argument})`],
    ["init: kill(job SIGTERM)", "2:16 unexpected `SIGTERM` (`,` or `)`)"],
    ["init: waitpid(job, WNOHANG|)", "2:28 unexpected `)` (a constant)"],
    ["init: fork() =", `2:15 unexpected end of the line (${result})`],
    ["init: fork() = a |", `2:19 unexpected end of the line (${result})`],
    ["init: fork() = a b", "2:18 unexpected `b` (a comment or the end of the line)"],
    [
      "init: wait() = job [exited",
      "2:27 unexpected end of the line (`[exited N]`, `[killed SIGNAL]`, `[stopped SIGNAL]` or `[continued]`)",
    ],
    ["init: sigsuspend({", "2:19 unexpected end of the line (a signal, or `}`)"],
    ["init: sigsuspend({SIGHUP SIGINT})", "2:26 unexpected `SIGINT` (`,` or `}`)"],
    ["init: sigsuspend({SIGHUP,})", "2:26 unexpected `}` (a signal)"],
    ["init: sigpending() = {SIGHUP", "2:29 unexpected end of the line (`,` or `}`)"],
    ['init: write(tty, "ls)', '2:18 a text in quotes ends with `"` on the line on which it begins'],
    [
      "init: getpid() = init\n  job: --- stopped",
      "3:19 unexpected end of the line (`--- SIGNAL ---`, `--- stopped ---` or `--- continued ---`)",
    ],
    [
      "init: getpid() = init\n  job: stopped",
      "3:8 unexpected `stopped` (`--- SIGNAL ---`, `--- stopped ---` or `--- continued ---`; `+++ killed by SIGNAL +++` or `+++ exited with N +++`; `<... CALL resumed> = RESULT`)",
    ],
    ["job: --- stopped ---", "2:6 an effect is indented, below its step"],
    ["@", "2:2 unexpected end of the line (the name of a directive)"],
    ["[linux] = 0", "2:1 an override is indented, below its step"],
    ["job: +++ killed by SIGTERM +++", "2:6 an effect is indented, below its step"],
    ["  [linux = 0", "2:10 unexpected `=` (profiles, as in `[linux, darwin]`)"],
    ["\n  [linux] = job", `3:3 unexpected \`[\` (${line})`],
    [
      "\n  job: +++ killed by SIGTERM +++",
      "3:3 an indented line belongs to the step directly above it, and there is none",
    ],
  ]);

  test("one problem a line, and the lines around it are still checked", () => {
    const text = "init: fork() = a\ninit: fork(( = (\ninit: frok()\ninit: kill(a\n";
    expect(problemsOf(text).map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  test("names are not doubted after a line that could not be read: it may have bound them", () => {
    expect(complaints("init: fork( = a\na: getpid() = a\n")).toHaveLength(1);
  });
});

describe("front matter", () => {
  const cases: Case[] = [
    ["titel: x", "2:1 there is no key `titel`; did you mean `title`?"],
    ["title:", "2:1 `title` says nothing (what the trace shows, in one sentence)"],
    ["title: a\ntitle: b", "3:1 `title` is given twice"],
    ["title: [a]", "2:8 `title` is a text, not a list"],
    ["rules: setpgid.child-execed", "2:8 `rules` is a list: `[a, b]`"],
    [
      "rules: [child-execed]",
      "2:9 `child-execed` is not what `rules` lists (such as `setpgid.child-execed`)",
    ],
    [
      "questions: [setpgid.reach]",
      "2:13 `setpgid.reach` is not what `questions` lists (such as `setpgid.reach=child`)",
    ],
    ["evidence: [see]", "2:12 `see` is not what `evidence` lists (such as `SETPGID-EACCES-1`)"],
    [
      "needs: [root]",
      "2:9 `needs` does not know `root` (`namespace`, `subreaper`, `threads`, `users`, `terminals`)",
    ],
    ["rules: [a b]", "2:11 unexpected `b` (`,` or `]`)"],
    ["rules: [a, ]", "2:12 unexpected `]` (an item of the list)"],
    ["title x", "2:7 unexpected `x` (`:`)"],
    ["", "2:1 unexpected end of the line (`key: value`, or `---` to end the front matter)"],
  ];
  test.each(cases)("%s", (lines, ...expected) => {
    expect(complaints(`---\n${lines}\n---\ninit: getpid() = init\n`)).toEqual(expected);
  });

  test("it must end", () => {
    const expected =
      "3:1 unexpected end of the file (`key: value`, or `---` to end the front matter)";
    expect(complaints("---\ntitle: x\n")).toEqual([expected]);
  });

  test("it starts on the first line", () => {
    expect(complaints("\n---\ntitle: x\n---\ninit: getpid()\n")).not.toEqual([]);
  });
});

describe("a text that is no trace", () => {
  const nothing = "a trace has at least one step (a step such as `init: fork() = shell`)";
  test.each([
    ["", `1:1 ${nothing}`],
    ["# only words\n", `1:1 ${nothing}`],
    ["---\ntitle: x\n---\n", `1:1 ${nothing}`],
  ])("%j", (text, expected) => {
    expect(complaints(text)).toEqual([expected]);
  });

  test("a line that ends in the middle, as in a truncated file", () => {
    expect(complaints("init: fork() = shell\nshell: setpg")).toEqual([
      "2:13 unexpected end of the file (`(`)",
    ]);
  });

  test("a carriage return inside a line", () => {
    expect(complaints("init: getpid()\rinit: getpid()\n")[0]).toMatch(
      /^1:15 unexpected carriage return/,
    );
  });
});
