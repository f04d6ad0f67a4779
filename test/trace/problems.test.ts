import { describe } from "vitest";
import { check } from "./complaints.js";

describe("a call", () => {
  check([
    ["init: frok()", "2:7 there is no call `frok`; did you mean `fork`?"],
    ["init: getpwnam()", "2:7 there is no call `getpwnam`"],
    ["init: fork(0)", "2:7 fork() takes 0 arguments, not 1"],
    ["init: setpgid(0)", "2:7 setpgid(pid, pgid) takes 2 arguments, not 1"],
    ["init: execve(missing, 0)", "2:7 execve([path]) takes at most 1 argument, not 2"],
    ["init: execve(here)", "2:14 execve([path]): `here` is not `missing` (`missing`)"],
    [
      "init: _exit(256)",
      "2:13 _exit(status): `256` is not an exit status, 0 to 255 (an exit status, 0 to 255)",
    ],
    [
      "init: prctl(PR_SET_NAME, 1)",
      "2:13 prctl(option, on): `PR_SET_NAME` is not `PR_SET_CHILD_SUBREAPER` (`PR_SET_CHILD_SUBREAPER`)",
    ],
    [
      "init: prctl(PR_SET_CHILD_SUBREAPER, 2)",
      "2:37 prctl(option, on): `2` is not 0 or 1 (0 or 1)",
    ],
  ]);
});

describe("an argument that stands for a process", () => {
  const wants = "a process by name, 0, a negative number, INT_MIN or INT_MAX";
  check([
    [
      "init: getpgid(5)",
      `2:15 getpgid(pid): 5 would be the pid of some process, which a trace cannot know: write a name (${wants})`,
    ],
    [
      "init: getpgid(-job)",
      `2:15 getpgid(pid): the negative of a name, \`-job\`, says nothing here (${wants})`,
    ],
    [
      "init: getpgid(WNOHANG)",
      `2:15 getpgid(pid): \`WNOHANG\` is not the name of a process (${wants})`,
    ],
    [
      "init: getpgid(4294967296)",
      `2:15 getpgid(pid): 4294967296 does not fit into 32 bits (${wants})`,
    ],
    ["init: getpgid(007)", "2:15 `007` is not a number"],
    ["init: getpgid(-0)", "2:15 `-0` is not a number"],
    ["init: getpgid(INT_MAX)"],
    ["init: getpgid(INT_MIN)"],
    ["init: getpgid(unused)"],
    ["init: getpgid(outside)"],
    ["init: kill(-job, 0)"],
    ["init: kill(-unused, 0)"],
    ["init: waitpid(-job, 0)"],
    [
      "init: kill(outside, 0)",
      "2:12 kill(pid, sig): `outside` is never sent a signal (a process by name, a group such as -job, 0, a negative number, INT_MIN or INT_MAX)",
    ],
  ]);
});

describe("signals and options", () => {
  const signal =
    "a signal by name, 0, or a number no kernel gives to a signal (negative or above 128)";
  const options = "0, or some of WNOHANG|WUNTRACED|WCONTINUED|WEXITED|WNOWAIT|0x1000";
  check([
    ["init: kill(job, 0)"],
    ["init: kill(job, -1)"],
    ["init: kill(job, 129)"],
    [
      "init: kill(job, 9)",
      `2:17 kill(pid, sig): signal 9 differs between kernels: write its name (${signal})`,
    ],
    [
      "init: kill(job, SOMETHING)",
      `2:17 kill(pid, sig): \`SOMETHING\` is not a signal (${signal})`,
    ],
    ["init: kill(job, job)", `2:17 kill(pid, sig): \`job\` is not a signal (${signal})`],
    [
      "init: kill(job, SIGPWR)",
      `2:17 kill(pid, sig): \`SIGPWR\` is not for traces: some systems end a process by it and others ignore it (${signal})`,
    ],
    ["init: waitpid(job, 0x1000)"],
    ["init: waitpid(job, WNOHANG|WCONTINUED)"],
    [
      "init: waitpid(job, 1)",
      `2:20 waitpid(pid, options): write the options by name; the bit that no kernel defines is 0x1000 (${options})`,
    ],
    [
      "init: waitpid(job, WSTOPPED)",
      `2:20 waitpid(pid, options): \`WSTOPPED\` is not an option of waitpid (${options})`,
    ],
    [
      "init: waitpid(job, WNOHANG|WNOHANG)",
      `2:20 waitpid(pid, options): \`WNOHANG\` is written twice (${options})`,
    ],
  ]);
});

describe("a result", () => {
  const report =
    "`job [exited 0]`, `job [killed SIGKILL]`, `job [stopped SIGTSTP]`, `job [continued]`, or 0";
  check([
    ["init: setsid() = -1 EPREM", "2:21 `EPREM` is not an error; did you mean `EPERM`?"],
    ["init: setsid() = EPERM", "2:18 a failed call is written `-1 EPERM`"],
    ["init: setsid() = NONE", "2:18 `NONE` is not a result"],
    [
      "init: setsid() = -1",
      "2:18 `-1` is followed by the name of the error (an error: `-1 EPERM`)",
    ],
    ["init: setsid() = -2 EPERM", "2:18 a failed call gives -1 (`-1`)"],
    [
      "init: getpid() = 7",
      "2:18 7 would be the pid of some process, which a trace cannot know: write a name",
    ],
    ["init: getpid() = unused", "2:18 `unused` names nobody, so no call can return it"],
    ["init: getpid() job", "2:16 a result is written after `=` (`=`)"],
    ["init: getpid() = <not run>", "2:16 `<not run>` stands without `=`"],
    ["init: getpid() <unfinished ...>", "2:16 getpid() never sleeps"],
    ["init: setpgid(0, 0) = job", "2:23 setpgid(pid, pgid) gives 0 if it succeeds (0)"],
    ["init: setpgid(0, 0) = 1", "2:23 setpgid(pid, pgid) gives 0 if it succeeds (0)"],
    ["init: _exit(0) = 0", "2:18 _exit(status) does not return (`?`)"],
    ["init: wait() = job", `2:16 wait() says what became of a child (${report})`],
    ["init: getpid() = job [exited 0]", "2:18 getpid() gives an ID (a name)"],
    ["init: wait() = job [exited 256]", "2:28 `256` is not an exit status, 0 to 255"],
    [
      "init: wait() = job [killed SIGTREM]",
      "2:28 `SIGTREM` is not a signal; did you mean `SIGTERM`?",
    ],
    [
      "init: wait() = job [ended 3]",
      "2:20 `[ended 3]` is not what becomes of a child (`exited 0`, `killed SIGKILL`, `stopped SIGTSTP` or `continued`)",
    ],
    ["init: wait() = job [stopped SIGTERM]", "2:29 `SIGTERM` never stops a process"],
    ["init: wait() = job [killed SIGCONT]", "2:28 `SIGCONT` never ends a process"],
  ]);
});

describe("a name", () => {
  check([
    ["jbo: getpid()", "2:1 nothing in this trace binds `jbo`; did you mean `job`?"],
    ["other: getpid()\nother: getppid()", "2:1 nothing in this trace binds `other`"],
    ["b: getpid()\ninit: fork() = b", "2:1 `b` is used before line 3 binds it"],
    ["unused: getpid()", "2:1 `unused` is not a process of the trace"],
    ["outside: getpid()", "2:1 `outside` is not a process of the trace"],
    ["init: fork() = init", "2:16 `init` is reserved: choose another name"],
    ["init: fork() = none", "2:16 `none` is reserved: choose another name"],
    ["init: fork() = outside", "2:16 `outside` is reserved: choose another name"],
    ["init: fork() = _x", "2:16 `_x` is not a name: names are made of a-z, 0-9 and _"],
    ["init: fork() = a | b", "2:20 one call binds one name, and this one binds `a`"],
    ["init: fork() = a\n  [linux] = b", "3:13 one call binds one name, and this one binds `a`"],
    ["init: fork() = job"],
    ["init: fork() = a | a | -1 EAGAIN"],
    [
      "init: pthread_create() = job",
      "2:26 `job` is bound already: only fork may bind a name again, and never that of a terminal",
    ],
    ["init: pthread_create() = t\ninit: getpgid(t) = -1 ESRCH\ninit: fork() = t\nt: getpid() = t"],
    [
      "init: pthread_create() = t\nt: getpid()",
      "3:1 `t` is a thread, which makes no calls and has no effects of its own",
    ],
  ]);
});

describe("lines below a step", () => {
  check([
    [
      "init: getpid()\n  job: +++ killed by SIGTERM +++",
      "3:3 effects are stated below a result, and this step states none",
    ],
    [
      "init: getpid() = init\n    job: +++ killed by SIGTERM +++",
      "3:5 an effect is indented by two spaces",
    ],
    [
      "init: getpid() = init\n\tjob: +++ killed by SIGTERM +++",
      "3:1 indent with spaces, not with tabs",
    ],
    ["init: getpid() = init\n   [linux] = init", "3:4 an override is indented by two spaces"],
    [
      "init: getpid() = init\n  [linux] = init\n  job: +++ killed by SIGTERM +++",
      "4:3 an effect below an override belongs to it: indent by four spaces, or put it above",
    ],
    [
      "init: getpid() = init\n  [lunix] = init",
      "3:4 there is no profile `lunix`; did you mean `linux`?",
    ],
    [
      "init: getpid() = init\n  [linux, linux] = init",
      "3:11 `linux` is named twice below one step",
    ],
    [
      "init: getpid() = init\n  [linux] = init\n  [linux] = init",
      "4:4 `linux` is named twice below one step",
    ],
    [
      "init: getpid() = init\n  job: +++ exited by 3 +++",
      "3:8 `+++ exited by 3 +++` is not how a process ends (`exited with 0` or `killed by SIGKILL`)",
    ],
    [
      "init: getpid() = init\n  job: --- stopped by SIGSTOP ---",
      "3:8 which signal stopped a process, only its parent can know (`--- stopped ---`)",
    ],
    ["init: getpid() = init\n  job: --- SIGKILL ---", "3:12 `SIGKILL` cannot be caught"],
    [
      "init: getpid() = init\n  job: --- stoped ---",
      "3:8 `--- stoped ---` is not what happens to a process (`--- SIGUSR1 ---`, `--- stopped ---` or `--- continued ---`)",
    ],
    [
      "init: getpid() = init\n  job: <... setsid resumed> = 0",
      "3:13 `setsid` is not a call that sleeps (`wait`, `waitpid`, `waitid`, `kill`, `raise`, `sigprocmask`, `sigsuspend`, `pause`, `ioctl`, `tcsetpgrp`, `tcsetattr`, `read`, `write` or `type`)",
    ],
    [
      "init: getpid() = init\n  job: <... wait resumed> = ?",
      "3:29 a call that resumes gives a result",
    ],
  ]);
});

describe("directives", () => {
  check([
    ["@ next-pod job", "2:3 there is no directive `next-pod`; did you mean `next-pid`?"],
    ["@ next-pid", "2:1 @ next-pid process takes 1 argument, not 0"],
    [
      "@ next-pid 5",
      "2:12 @ next-pid process: `5` is not the name of a process (a process by name)",
    ],
  ]);
});
