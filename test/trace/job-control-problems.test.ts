import { describe } from "vitest";
import { checkBelow } from "./complaints.js";

/** What is said of lines below `init: openpty() = tty`. */
const check = checkBelow("init: fork() = job\ninit: openpty() = tty");

describe("a wait", () => {
  check([
    ["init: waitid(P_ALL, job, 0)", "3:21 waitid(idtype, id, options): with P_ALL the id is 0"],
    [
      "init: waitid(P_JID, job, 0)",
      "3:14 waitid(idtype, id, options): `P_JID` is not `P_PID`, `P_PGID` or `P_ALL` (`P_PID`, `P_PGID` or `P_ALL`)",
    ],
    [
      "init: waitid(P_PID, job, WUNTRACED)",
      "3:26 waitid(idtype, id, options): `WUNTRACED` is not an option of waitid (0, or some of WEXITED|WSTOPPED|WCONTINUED|WNOHANG|WNOWAIT|0x1000)",
    ],
    ["init: waitid(P_PID, job, WEXITED) = untouched"],
    [
      "init: waitpid(job, 0) = untouched",
      "3:25 waitpid(pid, options) says what became of a child (`job [exited 0]`, `job [killed SIGKILL]`, `job [stopped SIGTSTP]`, `job [continued]`, or 0)",
    ],
  ]);
});

describe("what a signal is set to", () => {
  const wants = "NULL, or one of default, ignore, catch, with flags as in `catch|SA_RESTART`";
  const sigaction = "sigaction(sig, act)";
  check([
    ["init: sigaction(SIGCHLD, NULL) = catch"],
    [
      "init: sigaction(SIGCHLD, NULL) = 0",
      `3:34 ${sigaction} says what is set (\`default\`, \`ignore\`, \`catch\`)`,
    ],
    ["init: sigaction(SIGCHLD, catch) = catch", `3:35 ${sigaction} gives 0 if it succeeds (0)`],
    [
      "init: sigaction(SIGCHLD, SA_RESTART|catch)",
      `3:26 ${sigaction}: \`SA_RESTART\` is not what a signal can be set to (${wants})`,
    ],
    [
      "init: sigaction(SIGCHLD, catch|ignore)",
      `3:26 ${sigaction}: \`ignore\` is not a flag of sigaction (${wants})`,
    ],
    [
      "init: sigaction(SIGCHLD, catch|SA_RESTART|SA_RESTART)",
      `3:26 ${sigaction}: \`SA_RESTART\` is written twice (${wants})`,
    ],
    [
      "init: sigaction(0, default)",
      `3:17 ${sigaction}: \`0\` is not one signal (a signal by name)`,
    ],
  ]);
});

describe("a set of signals", () => {
  const wants = "signals in braces, as in `{SIGCHLD, SIGTSTP}`";
  check([
    [
      "init: sigsuspend(SIGCHLD)",
      `3:18 sigsuspend(mask): \`SIGCHLD\` is not a set of signals (${wants})`,
    ],
    ["init: sigsuspend({job})", `3:18 sigsuspend(mask): \`job\` is not a signal (${wants})`],
    [
      "init: sigsuspend({SIGHUP, SIGINT, SIGHUP})",
      `3:18 sigsuspend(mask): \`SIGHUP\` is written twice (${wants})`,
    ],
    ["init: sigpending() = {SIGTSTP, SIGCHLD}"],
    ["init: sigpending() = 0", "3:22 sigpending() gives signals (`{SIGCHLD, SIGTSTP}` or `{}`)"],
    ["init: sigpending() = {SIGCLD}", "3:22 `SIGCLD` is not a signal; did you mean `SIGCHLD`?"],
    ["init: getpid() = {}", "3:18 getpid() gives an ID (a name)"],
    ["init: pause() = 0", "3:17 pause() returns only when it fails (`-1 EINTR`)"],
  ]);
});

describe("a terminal", () => {
  const tty = "a terminal by name, its `.master`, or `/dev/tty`";
  const flags = "one of O_RDWR, O_RDONLY, O_WRONLY, alone or with |O_NOCTTY";
  check([
    [
      "init: openpty() = job",
      "3:19 `job` is bound already: only fork may bind a name again, and never that of a terminal",
    ],
    [
      "init: fork() = tty",
      "3:16 `tty` is bound already: only fork may bind a name again, and never that of a terminal",
    ],
    ["init: openpty() = 0", "3:19 openpty() gives an ID (a name)"],
    [
      "init: openpty()\ninit: openpty()\ninit: openpty()\ninit: openpty()",
      "6:7 a trace makes at most 4 terminals",
    ],
    [
      "tty: getpid()",
      "3:1 `tty` is a terminal, which makes no calls and has no effects of its own",
    ],
    ["init: getpgid(tty)", "3:15 `tty` is a terminal, and a process is wanted here"],
    ["init: getpid() = tty", "3:18 `tty` is a terminal, and a process is wanted here"],
    ["init: close(job)", "3:13 `job` is a process, and a terminal is wanted here"],
    ["init: close(unused)", "3:13 `unused` names no terminal, and a terminal is wanted here"],
    ["init: close(tyt)", "3:13 nothing in this trace binds `tyt`; did you mean `tty`?"],
    ["init: close(5)", `3:13 close(tty): \`5\` is not a terminal (${tty})`],
    ["init: close(tty.slave)", "3:13 a terminal has no part `tty.slave` (`tty` or `tty.master`)"],
    [
      "init: open(tty.master, O_RDWR)",
      "3:12 open(tty, flags): `tty.master` is not the end that programs use (a terminal by name, or `/dev/tty`)",
    ],
    [
      "init: open(tty, O_NOCTTY)",
      `3:17 open(tty, flags): \`O_NOCTTY\` does not have one mode (${flags})`,
    ],
    [
      "init: open(tty, O_CREAT)",
      `3:17 open(tty, flags): \`O_CREAT\` is not a flag of open (${flags})`,
    ],
    ["init: ioctl(tty, TIOCSCTTY)", "3:18 ioctl(tty, request, [steal]): TIOCSCTTY takes 0 or 1"],
    [
      "init: ioctl(tty, TIOCNOTTY, 0)",
      "3:29 ioctl(tty, request, [steal]): TIOCNOTTY takes no argument",
    ],
    ["init: tcgetpgrp(tty) = 0 | job | 100000"],
    ["init: tcgetpgrp(tty) = {}", "3:24 tcgetpgrp(tty) gives a group (a name, 0, or 100000)"],
    [
      "init: tcgetpgrp(tty) = 7",
      "3:24 7 would be the pid of some process, which a trace cannot know: write a name",
    ],
    ["init: ioctl(tty)", "3:7 ioctl(tty, request, [steal]) takes at least 2 arguments, not 1"],
  ]);
});

describe("what is read, written and typed", () => {
  const text = "a text in quotes, of 1 to 255 characters";
  const keys = '"^C", "^\\\\", "^Z", or a text in quotes, such as "ls" or "ls\\n"';
  check([
    [
      "init: read(tty, 0)",
      "3:17 read(tty, size): `0` is not a number of bytes, 1 to 255 (a number of bytes, 1 to 255)",
    ],
    [
      'init: write(tty.master, "ls")',
      "3:13 write(tty, text): `tty.master` is not the end that programs use (a terminal by name, or `/dev/tty`)",
    ],
    ["init: read(tty, 5) = 300", "3:22 read(tty, size) gives a number of bytes (0 to 255)"],
    ["init: write(tty, ls)", `3:18 write(tty, text): \`ls\` is not a text in quotes (${text})`],
    ['init: write(tty, "")', `3:18 write(tty, text): the text is empty (${text})`],
    [
      'init: write(tty, "a\\nb")',
      `3:18 write(tty, text): \`\\n\` stands at the end of a text only (${text})`,
    ],
    ['init: write(tty, "a\\tb")', '3:20 `\\t` stands for nothing (`\\n`, `\\\\` or `\\"`)'],
    ['init: write(tty, "é")', `3:18 write(tty, text): a text is made of printable ASCII (${text})`],
    ['init: write(tty, "\\"^\\\\\\n")'],
    [
      'init: type(tty, "^D")',
      `3:17 type(tty, keys): \`"^D"\` is not one key: a text to be typed has no \`^\` in it (${keys})`,
    ],
    [
      'init: type(/dev/tty, "ls")',
      "3:12 type(tty, keys): `/dev/tty` is not the name of a terminal (a terminal by name)",
    ],
  ]);
});
