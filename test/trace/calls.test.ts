import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call, Step } from "../../src/trace/ast.js";
import {
  parse,
  printCall,
  signatures,
  stepsOf,
  toSyscall,
  toWords,
} from "../../src/trace/index.js";
import { traces } from "./arbitrary.js";

const pids = new Map([
  ["init", 2],
  ["job", 10],
  ["unused", 99],
  ["outside", 1],
]);
const pidOf = (name: string) => pids.get(name) ?? 0;

function callOf(text: string): Call {
  const [, step] = stepsOf(parse(`init: fork() = job\ninit: ${text}\n`)) as [Step, Step];
  return step.call;
}

describe("a call in the form of the component's interface", () => {
  test.each([
    ["fork()", { tag: "fork" }],
    ["execve()", { tag: "execve", val: "present" }],
    ["execve(missing)", { tag: "execve", val: "missing" }],
    ["_exit(255)", { tag: "exit", val: 255 }],
    ["wait()", { tag: "wait" }],
    ["waitpid(job, 0)", { tag: "waitpid", val: { selector: 10, options: {} } }],
    [
      "waitpid(-job, WNOHANG)",
      { tag: "waitpid", val: { selector: -10, options: { nohang: true } } },
    ],
    [
      "waitpid(INT_MIN, WCONTINUED|WUNTRACED)",
      {
        tag: "waitpid",
        val: { selector: -(2 ** 31), options: { untraced: true, continued: true } },
      },
    ],
    ["waitpid(-1, 0x1000)", { tag: "waitpid", val: { selector: -1, options: { unknown: true } } }],
    ["getpid()", { tag: "getpid" }],
    ["getppid()", { tag: "getppid" }],
    ["getpgrp()", { tag: "getpgrp" }],
    ["getpgid(outside)", { tag: "getpgid", val: 1 }],
    ["getsid(unused)", { tag: "getsid", val: 99 }],
    ["setpgid(job, INT_MAX)", { tag: "setpgid", val: { process: 10, group: 2 ** 31 - 1 } }],
    ["setsid()", { tag: "setsid" }],
    [
      "kill(-unused, SIGTERM)",
      { tag: "kill", val: { target: -99, signal: { tag: "named", val: "sigterm" } } },
    ],
    ["kill(job, 0)", { tag: "kill", val: { target: 10, signal: { tag: "probe" } } }],
    ["kill(0, -1)", { tag: "kill", val: { target: 0, signal: { tag: "invalid", val: -1 } } }],
    ["prctl(PR_SET_CHILD_SUBREAPER, 1)", { tag: "set-child-subreaper", val: true }],
    ["prctl(PR_SET_CHILD_SUBREAPER, 0)", { tag: "set-child-subreaper", val: false }],
    ["pthread_create()", { tag: "pthread-create" }],
  ])("%s", (text, syscall) => {
    expect(toSyscall(callOf(text), pidOf)).toEqual(syscall);
    expect(printCall(callOf(text))).toBe(text);
  });

  test("a call that does not exist is an error", () => {
    const call: Call = {
      function: "openpty",
      arguments: [],
      at: { line: 1, column: 1, offset: 0 },
    };
    expect(() => toSyscall(call, pidOf)).toThrow("there is no call openpty");
  });
});

test("every call of a trace has a form in the component's interface, and words without white space", () => {
  fc.assert(
    fc.property(traces, (trace) => {
      for (const { call } of stepsOf(trace)) {
        expect(toSyscall(call, () => 7)).toHaveProperty("tag");
        for (const word of toWords(call)) expect(word).toMatch(/^\S+$/);
      }
    }),
  );
});

test("limits are written as words, whatever they were read from", () => {
  expect(toWords(callOf("setpgid(-2147483648, 2147483647)"))).toEqual(["INT_MIN", "INT_MAX"]);
  expect(toWords(callOf("waitpid(-1, 4096)"))).toEqual(["-1", "0x1000"]);
});

test("only the last parameter of a call may be left out", () => {
  for (const { parameters } of signatures.values()) {
    expect(parameters.slice(0, -1).some((parameter) => parameter.optional)).toBe(false);
  }
});
