import { describe, expect, test } from "vitest";
import type { Step } from "../../src/trace/ast.js";
import { parse, print, stepsOf } from "../../src/trace/index.js";
import { withoutPlaces } from "./compare.js";

function stepOf(lines: string): unknown {
  return withoutPlaces(stepsOf(parse(`init: fork() = job\n${lines}\n`))[1]);
}

const plain = { kind: "step", actor: "init", overrides: [] };
const name = (text: string, negated = false) => ({ kind: "name", name: text, negated });
const call = (text: string, ...args: unknown[]) => ({ function: text, arguments: args });

describe("what a step says", () => {
  test("arguments: names, their negatives, numbers, limits, constants", () => {
    expect(stepOf("init: kill(-job, SIGTERM)")).toEqual({
      ...plain,
      call: call("kill", name("job", true), { kind: "constants", words: ["SIGTERM"] }),
    });
    expect(stepOf("init: setpgid(INT_MIN, -5)")).toEqual({
      ...plain,
      call: call("setpgid", { kind: "number", value: -2147483648 }, { kind: "number", value: -5 }),
    });
    expect(stepOf("init: waitpid(unused, WNOHANG | WUNTRACED)")).toEqual({
      ...plain,
      call: call("waitpid", name("unused"), { kind: "constants", words: ["WNOHANG", "WUNTRACED"] }),
    });
    expect(stepOf("init: execve(missing)")).toEqual({
      ...plain,
      call: call("execve", { kind: "constants", words: ["missing"] }),
    });
  });

  test("a process may be called like a constant", () => {
    const trace = parse("init: fork() = missing\ninit: getpgid(missing)\n");
    expect(withoutPlaces(stepsOf(trace)[1]?.call)).toEqual(call("getpgid", name("missing")));
  });

  test("answers of every kind", () => {
    expect(
      stepOf(
        "init: wait() = 0 | job [exited 3] | job [killed SIGHUP] | -1 EINTR | ? | <unfinished ...>",
      ),
    ).toEqual({
      ...plain,
      call: call("wait"),
      expectation: {
        answers: [
          { kind: "value", value: "0" },
          { kind: "report", child: "job", status: { kind: "exited", code: 3 } },
          { kind: "report", child: "job", status: { kind: "killed", signal: "SIGHUP" } },
          { kind: "error", errno: "EINTR" },
          { kind: "gone" },
          { kind: "blocked" },
        ],
        effects: [],
      },
    });
    expect(stepOf("init: wait() <not run> | -1 ECHILD")).toMatchObject({
      expectation: { answers: [{ kind: "not-run" }, { kind: "error", errno: "ECHILD" }] },
    });
  });

  test("effects belong to the result above them", () => {
    const text = [
      "init: kill(0, SIGKILL) = ?  # all",
      "  job: +++ killed by SIGKILL +++",
      "  [linux] = -1 EPERM # none",
      "  [darwin,freebsd] <not run>",
      "    job: +++ exited with 3 +++",
      "    init: <... waitpid resumed> = -1 ECHILD",
    ].join("\n");
    expect(stepOf(text)).toEqual({
      kind: "step",
      actor: "init",
      call: call("kill", { kind: "number", value: 0 }, { kind: "constants", words: ["SIGKILL"] }),
      expectation: {
        answers: [{ kind: "gone" }],
        effects: [{ kind: "died", process: "job", status: { kind: "killed", signal: "SIGKILL" } }],
      },
      overrides: [
        {
          profiles: ["linux"],
          answers: [{ kind: "error", errno: "EPERM" }],
          effects: [],
          comment: "none",
        },
        {
          profiles: ["darwin", "freebsd"],
          answers: [{ kind: "not-run" }],
          effects: [
            { kind: "died", process: "job", status: { kind: "exited", code: 3 } },
            {
              kind: "resumed",
              process: "init",
              function: "waitpid",
              answer: { kind: "error", errno: "ECHILD" },
            },
          ],
        },
      ],
      comment: "all",
    });
  });
});

test("front matter, comments, empty lines and directives", () => {
  const text =
    "---\ntitle: a [b] # c\nrules: [x.y,x.z]\nneeds: []\n---\n#one\n\ninit: fork() = job #  two \n@ next-pid job # three\n#\n";
  expect(withoutPlaces(parse(text))).toEqual({
    fields: [
      { key: "title", value: "a [b] # c" },
      { key: "rules", value: ["x.y", "x.z"] },
      { key: "needs", value: [] },
    ],
    items: [
      { kind: "blank", comment: "one" },
      { kind: "blank" },
      {
        ...plain,
        call: call("fork"),
        expectation: { answers: [{ kind: "value", value: "job" }], effects: [] },
        comment: "two",
      },
      { kind: "directive", name: "next-pid", arguments: [name("job")], comment: "three" },
      { kind: "blank", comment: "" },
    ],
  });
});

test("blanks and tabs inside a line say nothing", () => {
  const [first] = stepsOf(parse("init :\tsetpgid ( 0 ,0 )=-1   EPERM|0 \t")) as [Step];
  expect(print({ fields: [], items: [first] })).toBe("init: setpgid(0, 0) = -1 EPERM | 0\n");
});

test("places count from one, in UTF-16 units, and a byte order mark is not in the text", () => {
  const trace = parse(
    "\uFEFF# \u{1F600}\r\ninit: fork() = job\r\ninit: kill(job, 0) = 0\r\n  [linux] = 0\r\n",
  );
  const [, step] = stepsOf(trace) as [Step, Step];
  expect(step.at).toEqual({ line: 3, column: 1, offset: 26 });
  expect(step.call.at).toEqual({ line: 3, column: 7, offset: 32 });
  expect(step.call.arguments.map(({ at }) => at.column)).toEqual([12, 17]);
  expect(step.overrides[0]?.at).toEqual({ line: 4, column: 3, offset: 52 });
});

test("any profile may be named unless a list says which there are", () => {
  const text = "init: getpid() = init\n  [plan9] = init\n";
  expect(() => parse(text)).not.toThrow();
  expect(() => parse(text, "x.trace", { profiles: ["linux"] })).toThrow(
    "there is no profile `plan9`",
  );
});
