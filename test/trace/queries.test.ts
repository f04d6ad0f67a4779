import { describe, expect, test } from "vitest";
import type { Step } from "../../src/trace/ast.js";
import {
  bindingOf,
  expectationFor,
  fieldOf,
  listOf,
  parse,
  stepsOf,
} from "../../src/trace/index.js";

const trace = parse(`---
title: a group outlives its leader
rules: [setpgid.group-absent, setpgid.group-elsewhere]
---
# first
init: fork() = job
init: pthread_create() = helper

@ next-pid job
init: fork()
init: fork() = -1 EAGAIN | job
init: fork()
  [linux] = other
init: setpgid(job, 0) = 0
  [linux, darwin] = -1 EPERM
    job: +++ killed by SIGKILL +++
  [freebsd] <not run>
init: getpid()
`);
const step = (index: number) => stepsOf(trace)[index] as Step;

describe("the front matter", () => {
  test("a text", () => {
    expect(fieldOf(trace, "title")).toBe("a group outlives its leader");
    expect(fieldOf(trace, "clause")).toBeUndefined();
    expect(fieldOf(trace, "rules")).toBeUndefined();
  });

  test("a list", () => {
    expect(listOf(trace, "rules")).toEqual(["setpgid.group-absent", "setpgid.group-elsewhere"]);
    expect(listOf(trace, "needs")).toEqual([]);
    expect(listOf(trace, "title")).toEqual([]);
  });
});

test("steps are the items that are calls", () => {
  expect(trace.items.map(({ kind }) => kind).filter((kind) => kind !== "step")).toEqual([
    "blank",
    "blank",
    "directive",
  ]);
  expect(stepsOf(trace)).toHaveLength(7);
});

test("a step binds the name its call gives to what it makes", () => {
  const names = stepsOf(trace).map(bindingOf);
  expect(names).toEqual(["job", "helper", undefined, "job", "other", undefined, undefined]);
});

describe("what a step is expected to show", () => {
  const effects = [{ kind: "died", process: "job", status: { kind: "killed", signal: "SIGKILL" } }];

  test("under a profile that is named below it", () => {
    const answers = [{ kind: "error", errno: "EPERM" }];
    expect(expectationFor(step(5), "linux")).toMatchObject({ answers, effects });
    expect(expectationFor(step(5), "darwin")).toMatchObject({ answers, effects });
    expect(expectationFor(step(5), "freebsd")).toMatchObject({
      answers: [{ kind: "not-run" }],
      effects: [],
    });
  });

  test("under any other", () => {
    expect(expectationFor(step(5), "posix")).toEqual({
      answers: [{ kind: "value", value: "0" }],
      effects: [],
    });
  });

  test("if nothing is stated", () => {
    expect(expectationFor(step(6), "linux")).toBeUndefined();
    expect(expectationFor(step(4), "darwin")).toBeUndefined();
  });
});
