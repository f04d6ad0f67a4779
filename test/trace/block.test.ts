import { describe, expect, test } from "vitest";
import {
  blocksOf,
  MAX_BLOCK_STEPS,
  parse,
  print,
  printSchedule,
  readSchedule,
  ScheduleError,
  sequential,
  sequentialised,
  stepsIn,
  stepsOf,
} from "../../src/trace/index.js";
import { check, complaints, problemsOf } from "./complaints.js";

// The block `parallel { … }`: how it is read and printed, what is said of a wrong one, and the
// traces of its schedules.

const text = `init: fork() = shell
shell: fork() = job
parallel {  # who is first?
  # The parent.
  shell: setpgid(job, job) = 0 | -1 EACCES
    shell: --- SIGCHLD ---
    [asterinas] = 0
      job: --- stopped ---
  job: execve() = 0

  job: fork() = other  # another one
}
init: getpid() = init
parallel {
  init: getpid() = init
}
`;
const trace = parse(text);

test("it is read as it is printed", () => {
  expect(print(trace)).toBe(text);
  expect(blocksOf(trace).map(({ at, lines }) => [at.line, lines.length])).toEqual([
    [3, 5],
    [14, 1],
  ]);
});

test("its steps are steps of the trace, at their places", () => {
  expect(stepsOf(trace).map(({ at }) => `${at.line}:${at.column}`)).toEqual([
    "1:1",
    "2:1",
    "5:3",
    "9:3",
    "11:3",
    "13:1",
    "15:3",
  ]);
});

test("effects and overrides belong to the step above them", () => {
  const [step] = blocksOf(trace).flatMap(stepsIn);
  expect(step?.expectation?.effects).toHaveLength(1);
  expect(step?.overrides).toMatchObject([{ profiles: ["asterinas"], effects: [{}] }]);
});

test("a process may be called parallel", () => {
  const named = "init: fork() = parallel\nparallel: getpid() = parallel\n";
  expect(print(parse(named))).toBe(named);
});

describe("what is said of a wrong one", () => {
  const line = "a step, indented by two spaces, or `}` to end the block";
  check([
    ["parallel {\n  init: getpid()", `4:1 unexpected end of the file (${line})`],
    ["parallel {\ninit: getpid()", `3:1 unexpected \`init\` (${line})`],
    ["parallel", "2:9 unexpected end of the line (`{`, or `:` if it is a process)"],
    ["paralel {\n  init: getpid()\n}", "2:1 there is no block `paralel` (`parallel`)"],
    ["parallel {\n}", "2:1 a block has at least one step"],
    ["parallel {\n  init: getpid()\n} x", "4:3 unexpected `x` (the end of the line)"],
    ["parallel {\n    init: getpid()\n}", "3:5 a step in a block is indented by two spaces"],
    [
      "parallel {\n  init: getpid() = init\n  init: --- SIGCHLD ---\n}",
      "4:3 an effect is indented by four spaces in a block",
    ],
    [
      "parallel {\n  init: getpid() = init\n  [linux] = init\n    init: --- SIGCHLD ---\n}",
      "4:3 an override is indented by four spaces in a block",
      "5:5 an effect below an override belongs to it: indent by six spaces in a block, or put it above",
    ],
    [
      "parallel {\n  init: getpid() = init\n\n    init: --- SIGCHLD ---\n}",
      "5:5 an effect or an override stands directly below its step, and there is none",
    ],
    [
      "parallel {\n  init: getpid()\n  @ next-pid job\n}",
      "4:3 a directive stands outside of blocks: in one it has no place in time",
    ],
    [
      "parallel {\n  init: getpid()\n  }\n}",
      "4:3 the `}` that ends a block stands at the start of its line",
    ],
    [
      "parallel {\n  init: fork() = job\n}",
      "3:18 `job` is bound already: in a block a call binds a new name, else which process it is would depend on the schedule",
    ],
    [
      "parallel {\n  init: fork() = a\n  job: fork() = a\n}",
      "4:17 `a` is bound already: in a block a call binds a new name, else which process it is would depend on the schedule",
    ],
    [
      "parallel {\n  init: frok()\n  init: foo()\n}",
      "3:9 there is no call `frok`; did you mean `fork`?",
      "4:9 there is no call `foo`; did you mean `fork`?",
    ],
  ]);

  test("blocks do not nest", () => {
    const nested = "parallel {\n  init: getpid()\n  parallel {\n";
    expect(complaints(nested)[0]).toBe(
      "3:12 a block stands at the start of a line, and not in another block",
    );
  });

  test("one wrong line does not hide the next one", () => {
    const wrong = "parallel {\n  init: %\n  init: foo()\n  init: fork() = = a\n}\ninit: bar()\n";
    expect(problemsOf(wrong).map((problem) => problem.line)).toEqual([2, 3, 4, 6]);
  });

  test("too many steps", () => {
    const steps = (count: number) => `parallel {\n${"  init: getpid()\n".repeat(count)}}\n`;
    expect(complaints(steps(MAX_BLOCK_STEPS))).toEqual([]);
    expect(complaints(steps(MAX_BLOCK_STEPS + 1))).toEqual([
      "1:1 a block has at most 24 steps, and this one 25",
    ]);
  });
});

describe("a schedule", () => {
  test("is the same, printed and read", () => {
    const schedule = readSchedule(" job,shell , job/init", trace);
    expect(schedule).toEqual([["job", "shell", "job"], ["init"]]);
    expect(printSchedule(schedule)).toBe("job,shell,job/init");
    expect(readSchedule("/", trace)).toEqual([[], []]);
  });

  test.each([
    ["job", "it is of 1 block, and the trace has 2 blocks: `/` stands between two"],
    ["job,shel/init", "`shel` has no step in the block in line 3; there are `shell`, `job`"],
    ["shell,shell/init", "`shell` has more turns than steps in the block in line 3"],
  ])("%s is none of this trace", (wrong, message) => {
    expect(() => readSchedule(wrong, trace)).toThrow(new ScheduleError(message));
  });

  test("there is none without a block", () => {
    const plain = parse("init: getpid()\n");
    expect(() => readSchedule("init", plain)).toThrow("the trace has no parallel block");
  });
});

describe("the trace of a schedule", () => {
  const ordered = sequentialised(trace, readSchedule("job,shell/init", trace));

  test("has the steps in that order, those without a turn last, and no block", () => {
    expect(stepsOf(ordered).map(({ at }) => at.line)).toEqual([1, 2, 9, 5, 11, 13, 15]);
    expect(blocksOf(ordered)).toEqual([]);
    expect(sequential(ordered)).toBe(ordered);
  });

  test("states of the steps of a block only what they bind", () => {
    expect(print(ordered)).toContain(
      "job: execve()\nshell: setpgid(job, job)\njob: fork() = other",
    );
  });
});

test("whoever needs an order says so", () => {
  expect(() => sequential(trace)).toThrow(/the parallel block in line 3 has no order/);
});
