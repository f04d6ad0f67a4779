import { parse, type Trace } from "../trace/index.js";
import type { Letters } from "./domains.js";
import { splitCalls } from "./pattern.js";

// What a suite of kernels explores: a few small spaces, each with the calls that meet around one
// subject. A space that has all calls in it is not small.

/** A space of states, and where it begins. */
export interface Subject extends Letters {
  readonly name: string;
  /** The calls that are made first, as a trace writes them. */
  readonly beginning: string;
}

/** Of each subject: what tells kernels apart is found early, or not at all. */
export const STATES_OF_SUBJECT = 10_000;

/** The calls that are made first; none where a subject begins at boot. */
export function beginningOf({ beginning }: Subject): Trace {
  return beginning === "" ? { fields: [], items: [] } : parse(beginning, "the beginning");
}

/** The calls are written as `--calls` takes them. */
type Row = Omit<Subject, "calls" | "signals" | "odd"> & {
  readonly calls: string;
  readonly signals?: readonly string[];
};

const lines = (...all: readonly string[]) => all.join("\n");

/** A terminal, and a session that it controls. */
const withTerminal = [
  "init: openpty() = tty",
  "init: fork() = p1",
  "p1: setsid()",
  "p1: open(tty, O_RDWR)",
  "p1: ioctl(tty, TIOCSCTTY, 0)",
];

const table: readonly Row[] = [
  {
    name: "groups and sessions",
    processes: 3,
    beginning: "",
    calls: `
      fork, _exit, execve, execve(missing), setsid, setpgid, setpgid(0, 0), setpgid(*, -1),
      setpgid(unused, -1), setpgid(-1, 0), setpgid(INT_MAX, 0), setpgid(*, INT_MAX),
      setpgid(-1, INT_MAX), getpgid, getpgid(unused), getpgid(-1), getsid, getsid(unused),
      getsid(-1), waitpid(-1, WNOHANG)`,
  },
  {
    name: "threads",
    processes: 4,
    beginning: lines("init: fork() = p1"),
    calls: `
      pthread_create, setsid, setpgid, getpgid`,
  },
  {
    name: "sending",
    processes: 3,
    beginning: "",
    signals: ["SIGCONT", "SIGTERM", "SIGSTOP"],
    calls: `
      fork, _exit, kill(*, *), kill(-*, *), kill(*, 1000), kill(-*, 1000), kill(*, 0),
      kill(-1, SIGTERM), kill(-1, 0), kill(-1, 1000), kill(unused, 0), raise(1000), setpgid(0, 0),
      setsid`,
  },
  {
    name: "users",
    processes: 3,
    beginning: lines("init: fork() = p1"),
    signals: ["SIGCONT"],
    calls: `
      fork, _exit, execve, setpgid(0, 0), setsid, setresuid(1000, 1000, 1000),
      setresuid(1000, 1000, 0), setresuid(1001, 1001, 1001), kill(*, 0), kill(*, 1000),
      kill(-*, 0), kill(-*, 1000), kill(-1, 0), kill(*, SIGCONT), setpgid(*, 0)`,
  },
  {
    name: "waiting",
    processes: 3,
    beginning: "",
    signals: ["SIGSTOP", "SIGCONT", "SIGKILL"],
    calls: `
      fork, _exit, kill(*, *), setpgid(0, 0), setpgid(*, 0), waitpid(-1, WNOHANG), waitpid(-1, 0),
      waitpid(*, 0), waitpid(-1, WUNTRACED), waitpid(-1, WCONTINUED), waitpid(0, 0),
      waitpid(-1, 0x1000), waitpid(-1, WEXITED), waitpid(INT_MIN, 0), waitpid(INT_MIN, WEXITED),
      waitid(P_ALL, 0, WEXITED|WNOHANG), waitid(P_PGID, 0, WEXITED|WNOHANG),
      waitid(P_PID, 0, WEXITED), waitid(P_PID, -1, WEXITED), waitid(P_PGID, -1, WEXITED),
      waitid(P_ALL, 0, WNOHANG), waitid(P_ALL, 0, 0), waitid(P_ALL, 0, WEXITED|WNOHANG|0x1000)`,
  },
  {
    name: "actions and masks",
    processes: 3,
    beginning: lines("init: fork() = p1"),
    calls: `
      fork, _exit, execve, kill(*, SIGSTOP), kill(*, SIGCONT), kill(*, SIGUSR1),
      sigaction(SIGCHLD, *), sigaction(SIGCHLD, catch|SA_NOCLDWAIT), sigaction(SIGUSR1, *),
      sigaction(SIGKILL, ignore), sigaction(SIGKILL, default), sigaction(SIGKILL, NULL),
      sigprocmask(*, {SIGCHLD}), sigprocmask(*, {SIGUSR1}), sigpending, waitpid(-1, 0),
      waitpid(-1, WNOHANG)`,
  },
  {
    name: "stops",
    processes: 3,
    beginning: lines("init: fork() = p1"),
    calls: `
      fork, _exit, kill(*, SIGSTOP), kill(*, SIGTSTP), kill(*, SIGCONT), kill(*, SIGUSR1),
      sigaction(SIGUSR1, *), sigaction(SIGTSTP, *), sigaction(SIGCONT, catch),
      sigaction(SIGCHLD, catch), sigprocmask(*, {SIGCONT}), sigprocmask(*, {SIGTSTP}),
      sigprocmask(*, {SIGUSR1}), sigpending, sigsuspend({}), sigsuspend({SIGUSR1}), pause,
      waitpid(-1, WCONTINUED)`,
  },
  {
    name: "several signals at once",
    processes: 3,
    beginning: lines("init: fork() = p1", "p1: setpgid(0, 0)"),
    calls: `
      fork, kill(*, SIGHUP), kill(*, SIGSEGV), kill(*, SIGUSR1), kill(*, SIGTSTP),
      sigaction(SIGUSR1, catch), sigprocmask(*, {SIGHUP, SIGSEGV}),
      sigprocmask(*, {SIGUSR1, SIGTSTP})`,
  },
  {
    name: "waits that a signal comes to",
    processes: 3,
    beginning: lines("init: fork() = p1"),
    calls: `
      fork, _exit, setpgid(0, 0), setpgid(*, 0), kill(*, SIGUSR1), sigaction(SIGUSR1, catch),
      sigaction(SIGUSR1, catch|SA_RESTART), waitpid(0, 0), waitpid(-*, 0), waitpid(-1, WUNTRACED),
      kill(*, SIGSTOP)`,
  },
  {
    name: "orphans",
    processes: 4,
    beginning: lines("init: fork() = p1", "p1: fork() = p2"),
    calls: `
      fork, _exit, kill(*, SIGSTOP), kill(*, SIGTSTP), kill(*, SIGKILL), setpgid, setsid,
      waitpid(-1, WNOHANG), sigaction(SIGCHLD, ignore), prctl`,
  },
  {
    name: "a terminal",
    processes: 3,
    beginning: lines(...withTerminal),
    calls: `
      fork, _exit, setpgid(0, 0), setpgid(*, 0), setsid, tcsetpgrp, tcgetpgrp, tcgetsid,
      tcsetattr, read, write, type(tty, "^Z"), type(tty, "x\\n"), sigaction(SIGTTOU, ignore),
      sigaction(SIGTTIN, ignore), kill(*, SIGCONT), close, close(tty.master),
      ioctl(tty, TIOCNOTTY), open(/dev/tty, O_RDWR), tcsetpgrp(tty, -1), tcsetpgrp(tty, unused),
      tcgetpgrp(tty.master)`,
  },
  {
    name: "half a descriptor",
    processes: 3,
    beginning: lines(...withTerminal),
    calls: `
      fork, setpgid(0, 0), setpgid(*, 0), sigaction(SIGTTIN, ignore), open(tty, O_WRONLY),
      open(tty, O_RDONLY), read, write, close(tty.master)`,
  },
  {
    name: "the end of a terminal",
    processes: 4,
    beginning: lines(...withTerminal, "p1: fork() = p2"),
    calls: `
      fork, setpgid(0, 0), setpgid(*, 0), tcsetpgrp, sigaction(SIGHUP, *),
      sigaction(SIGCONT, catch), kill(*, SIGSTOP), _exit, close, close(tty.master)`,
  },
  {
    name: "a leader with the other end",
    processes: 4,
    beginning: lines(
      "init: fork() = p1",
      "p1: setsid()",
      "p1: openpty() = tty",
      "p1: open(tty, O_RDWR)",
      "p1: ioctl(tty, TIOCSCTTY, 0)",
      "p1: fork() = p2",
    ),
    calls: `
      fork, setpgid(0, 0), setpgid(*, 0), tcsetpgrp, sigaction(SIGHUP, *),
      sigaction(SIGCONT, catch), kill(*, SIGSTOP), kill(*, SIGKILL), _exit, open(tty, O_RDWR),
      ioctl(tty, TIOCSCTTY, 0)`,
  },
  {
    name: "a group that leaves the foreground",
    processes: 4,
    beginning: lines(...withTerminal, "p1: fork() = p2", "p2: setpgid(0, 0)"),
    calls: `
      _exit, setpgid(*, 0), setpgid(*, *), tcsetpgrp(tty, *), tcgetpgrp(tty), waitpid(-1, WNOHANG)`,
  },
  {
    name: "an orphan at its terminal",
    processes: 4,
    beginning: lines(...withTerminal, "p1: fork() = p2", "p2: fork() = p3"),
    calls: `_exit, setpgid(0, 0), read, write, tcsetattr, tcsetpgrp(tty, *)`,
  },
  {
    name: "gaining a terminal",
    processes: 3,
    beginning: lines("init: openpty() = tty", "init: fork() = p1", "p1: openpty() = tty2"),
    calls: `
      fork, _exit, setsid, open(tty, O_RDWR), open(tty2, O_RDWR|O_NOCTTY), open(tty, O_WRONLY),
      open(tty2, O_WRONLY), open(/dev/tty, O_RDWR), ioctl(tty, TIOCSCTTY, *),
      ioctl(tty2, TIOCSCTTY, *), ioctl(tty, TIOCNOTTY), ioctl(/dev/tty, TIOCNOTTY),
      tcgetpgrp(tty), tcgetpgrp(tty2), tcgetsid(tty), tcgetsid(tty2), close(tty),
      close(tty.master), setresuid(1000, 1000, 1000), type(tty2, "^C")`,
  },
];

/** Every subject; between them they have every call in which kernels could differ. */
export const subjects: readonly Subject[] = table.map((row) => ({
  signals: [],
  odd: false,
  ...row,
  calls: splitCalls(row.calls),
}));
