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
  ["tty", 3],
  ["unused", 99],
  ["outside", 1],
]);
const numberOf = (name: string) => pids.get(name) ?? 0;

function callOf(text: string): Call {
  const bound = "init: fork() = job\ninit: openpty() = tty\n";
  return (stepsOf(parse(`${bound}init: ${text}\n`)).at(-1) as Step).call;
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
    [
      "waitpid(job, WEXITED|WNOWAIT)",
      { tag: "waitpid", val: { selector: 10, options: { exited: true, nowait: true } } },
    ],
    [
      "waitid(P_PGID, job, WSTOPPED|WNOHANG)",
      {
        tag: "waitid",
        val: { kind: "pgid", id: 10, options: { untraced: true, nohang: true } },
      },
    ],
    [
      "waitid(P_ALL, 0, 0x1000)",
      { tag: "waitid", val: { kind: "all", id: 0, options: { unknown: true } } },
    ],
    [
      "sigaction(SIGCHLD, catch|SA_RESTART|SA_NOCLDSTOP)",
      {
        tag: "sigaction",
        val: { signal: "sigchld", action: "catch", flags: { restart: true, nocldstop: true } },
      },
    ],
    [
      "sigaction(SIGKILL, NULL)",
      { tag: "sigaction", val: { signal: "sigkill", action: "query", flags: {} } },
    ],
    [
      "sigprocmask(SIG_SETMASK, {SIGHUP, SIGSTOP})",
      { tag: "sigprocmask", val: { how: "set", set: { sighup: true, sigstop: true } } },
    ],
    ["sigpending()", { tag: "sigpending" }],
    ["sigsuspend({})", { tag: "sigsuspend", val: {} }],
    ["pause()", { tag: "pause" }],
    ["raise(SIGSTOP)", { tag: "raise", val: { tag: "named", val: "sigstop" } }],
    ["raise(0)", { tag: "raise", val: { tag: "probe" } }],
    ["setresuid(-1, 1000, 0)", { tag: "setresuid", val: { real: -1, effective: 1000, saved: 0 } }],
    ["openpty()", { tag: "openpty" }],
    [
      "open(tty, O_RDWR|O_NOCTTY)",
      {
        tag: "open",
        val: {
          descriptor: { tag: "slave", val: 3 },
          flags: { read: true, write: true, noctty: true },
        },
      },
    ],
    [
      "open(/dev/tty, O_WRONLY)",
      { tag: "open", val: { descriptor: { tag: "dev-tty" }, flags: { write: true } } },
    ],
    ["close(tty.master)", { tag: "close", val: { tag: "master", val: 3 } }],
    [
      "ioctl(tty, TIOCSCTTY, 1)",
      { tag: "tiocsctty", val: { descriptor: { tag: "slave", val: 3 }, steal: true } },
    ],
    ["ioctl(/dev/tty, TIOCNOTTY)", { tag: "tiocnotty", val: { tag: "dev-tty" } }],
    ["tcgetpgrp(tty.master)", { tag: "tcgetpgrp", val: { tag: "master", val: 3 } }],
    [
      "tcsetpgrp(tty, job)",
      { tag: "tcsetpgrp", val: { descriptor: { tag: "slave", val: 3 }, group: 10 } },
    ],
    ["tcgetsid(tty)", { tag: "tcgetsid", val: { tag: "slave", val: 3 } }],
    [
      "tcsetattr(tty, TOSTOP)",
      { tag: "tcsetattr", val: { descriptor: { tag: "slave", val: 3 }, tostop: true } },
    ],
    [
      "tcsetattr(tty, 0)",
      { tag: "tcsetattr", val: { descriptor: { tag: "slave", val: 3 }, tostop: false } },
    ],
    ["read(tty, 255)", { tag: "read", val: { descriptor: { tag: "slave", val: 3 }, size: 255 } }],
    [
      'write(/dev/tty, "a \\"b\\"\\n")',
      { tag: "write", val: { descriptor: { tag: "dev-tty" }, size: 6 } },
    ],
    ['type(tty, "^C")', { tag: "type", val: { terminal: 3, keys: { tag: "interrupt" } } }],
    ['type(tty, "^\\\\")', { tag: "type", val: { terminal: 3, keys: { tag: "quit" } } }],
    ['type(tty, "^Z")', { tag: "type", val: { terminal: 3, keys: { tag: "suspend" } } }],
    ['type(tty, "ls")', { tag: "type", val: { terminal: 3, keys: { tag: "text", val: 2 } } }],
    ['type(tty, "ls\\n")', { tag: "type", val: { terminal: 3, keys: { tag: "line", val: 3 } } }],
  ])("%s", (text, syscall) => {
    expect(toSyscall(callOf(text), numberOf)).toEqual(syscall);
    expect(printCall(callOf(text))).toBe(text);
  });

  test("a call that does not exist is an error", () => {
    const call: Call = {
      function: "getpwnam",
      arguments: [],
      at: { line: 1, column: 1, offset: 0 },
    };
    expect(() => toSyscall(call, numberOf)).toThrow("there is no call getpwnam");
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

test("an agent gets sets and texts without white space", () => {
  expect(toWords(callOf("sigsuspend({SIGTSTP, SIGCHLD})"))).toEqual(["{SIGCHLD,SIGTSTP}"]);
  expect(toWords(callOf('write(tty, "a \\"b\\" \\\\\\n")'))).toEqual([
    "tty",
    '"a\\x20\\"b\\"\\x20\\\\\\n"',
  ]);
  expect(toWords(callOf("open(tty, O_RDWR | O_NOCTTY)"))).toEqual(["tty", "O_RDWR|O_NOCTTY"]);
});

test("a call can sleep, or never does", () => {
  const never = [...signatures.values()].filter(({ sleeps }) => !sleeps);
  expect(never.map((each) => each.function)).toEqual([
    "fork",
    "execve",
    "_exit",
    "getpid",
    "getppid",
    "getpgrp",
    "getpgid",
    "getsid",
    "setpgid",
    "setsid",
    "setresuid",
    "prctl",
    "pthread_create",
    "sigaction",
    "sigpending",
    "openpty",
    "open",
    "close",
    "tcgetpgrp",
    "tcgetsid",
  ]);
});

test("only the last parameter of a call may be left out", () => {
  for (const { parameters } of signatures.values()) {
    expect(parameters.slice(0, -1).some((parameter) => parameter.optional)).toBe(false);
  }
});
