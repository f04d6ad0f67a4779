import { describe, expect, test } from "vitest";
import { TranscriptReader } from "../../src/native/reader.js";
import { requestFor } from "../../src/native/request.js";
import { parse, printAnswer, printEffect } from "../../src/trace/index.js";

/** What is made of the lines of an agent, as a trace has it. */
function read(text: string, ...lines: string[]) {
  const reader = new TranscriptReader(parse(text), 1, 5000);
  reader.take("begin 1 init=2 outside=1 unused=99");
  for (const line of lines) reader.take(line);
  reader.take("end 1 done -");
  return reader.transcript.observations.map(({ answer, effects, processes }) => ({
    says: [printAnswer(answer), ...effects.map(printEffect)],
    processes,
  }));
}

const init = "row 2 running 1 2 2 - -";

describe("what an agent is told", () => {
  test("arguments without white space, and the names that results get", () => {
    const text = [
      "init: openpty() = tty",
      'init: write(tty, "a \\"b\\"\\n")',
      "init: sigprocmask(SIG_BLOCK, {SIGTERM, SIGHUP})",
      "init: sigaction(SIGHUP, catch|SA_RESTART)",
    ].join("\n");
    expect(requestFor(parse(`${text}\n`), 1, 5000)).toEqual([
      "trace 1 5000",
      "step 0 init openpty tty",
      'step 1 init write tty "a\\x20\\"b\\"\\n"',
      "step 2 init sigprocmask SIG_BLOCK {SIGHUP,SIGTERM}",
      "step 3 init sigaction SIGHUP catch|SA_RESTART",
      "end 4",
    ]);
  });
});

describe("what an agent tells", () => {
  test.each([
    ["sigpending()", "set SIGTSTP,SIGCHLD", "{SIGCHLD, SIGTSTP}"],
    ["sigpending()", "set -", "{}"],
    ["sigaction(SIGHUP, NULL)", "disposition ignore", "ignore"],
    ["waitid(P_ALL, 0, WEXITED|WNOHANG)", "untouched", "untouched"],
    ["wait()", "report 3 stopped SIGTTIN", "3 [stopped SIGTTIN]"],
    ["waitpid(-1, WCONTINUED)", "report 3 continued", "3 [continued]"],
    ["raise(SIGSTOP)", "blocked", "<unfinished ...>"],
  ])("%s: %s", (call, outcome, says) => {
    const [step] = read(`init: ${call}\n`, `step 0 ${outcome}`, init);
    expect(step?.says).toEqual([says]);
  });

  test("a number of bytes is not the process that has this number, nor is a terminal", () => {
    const text = "init: fork() = job\ninit: openpty() = tty\ninit: read(tty, 9)\ninit: getpid()\n";
    const steps = read(
      text,
      "step 0 value 3",
      "step 1 value 2",
      "step 2 value 3",
      "step 3 value 2",
      "row 3 stopped 2 2 2 2 3",
    );
    expect(steps.map(({ says }) => says)).toEqual([["job"], ["tty"], ["3"], ["init"]]);
    expect(steps.at(-1)?.processes).toEqual([
      {
        name: "job",
        parent: "init",
        group: "init",
        session: "init",
        state: "stopped",
        terminal: "tty",
        foreground: "job",
      },
    ]);
  });

  test("that a kernel does not show who has a terminal", () => {
    const [, step] = read(
      "init: openpty() = tty\ninit: fork() = job\n",
      "step 0 value 0",
      "step 1 value 3",
      "row 3 running 2 2 2 ? ?",
    );
    expect(step?.processes).toMatchObject([{ name: "job", terminal: "?", foreground: "?" }]);
  });

  test("effects in one order, whatever the order in which they were told; a handler once", () => {
    const [, step] = read(
      "init: fork() = job\ninit: kill(0, SIGCONT)\n",
      "step 0 value 3",
      "step 1 value 0",
      "continued 3",
      "resumed 3 read value 3",
      "caught 3 SIGCHLD",
      "caught 3 SIGHUP",
      "caught 3 SIGCHLD",
      "stopped 2",
      init,
    );
    expect(step?.says).toEqual([
      "0",
      "init: --- stopped ---",
      "job: --- SIGHUP ---",
      "job: --- SIGCHLD ---",
      "job: <... read resumed> = 3",
      "job: --- continued ---",
    ]);
    expect(step?.processes?.[0]).toMatchObject({ terminal: "none", foreground: "none" });
  });

  test.each(["step 0 listed", "stopped", "row 2 running 1 2 2", "caught 2 HUP", "step 0 set"])(
    "%s is no line of it",
    (line) => {
      expect(() => read("init: getpid()\n", line)).toThrow(/not a reply|how a call ends/);
    },
  );
});
