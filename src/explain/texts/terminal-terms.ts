import type { TermText } from "./text.js";

/** The words about terminals. */
export const terminalTerms: readonly TermText[] = [
  {
    name: "controlling terminal",
    also: ["terminal", "ctty", "tty", "/dev/tty", "controlling tty"],
    text: "A session has at most one controlling terminal, and a terminal controls at most one session. The session leader acquires it: with TIOCSCTTY, and on some kernels just by opening a terminal without O_NOCTTY. Its children inherit it, and each of them can open it as /dev/tty. The terminal sends the signals of ^C, ^\\ and ^Z to the group in its foreground, and SIGHUP when it hangs up.",
    matters:
      "Whoever gives a program a terminal of its own calls setsid first, then TIOCSCTTY, and forks only then: what was forked before does not have the terminal. A daemon opens terminals with O_NOCTTY, so that it never acquires one.",
    clause: "XBD 11.1.3 The Controlling Terminal",
    rules: [
      "tiocsctty.not-leader",
      "tiocsctty.has-terminal",
      "tiocsctty.terminal-taken",
      "open.no-terminal",
    ],
    questions: [
      "open.acquires",
      "exit.terminal",
      "close.last-slave",
      "tiocnotty.allowed",
      "tiocsctty.steal",
    ],
    see: ["session leader", "foreground", "hangup"],
    trace: "test/scenarios/tiocsctty/makes-the-foreground.trace",
  },
  {
    name: "foreground process group",
    also: ["foreground", "foreground group", "foreground job", "foreground process"],
    text: "Of the process groups of a session, one at most is in the foreground of the controlling terminal. Its members may read from the terminal and change it, and the signals of ^C, ^\\ and ^Z go to all of them. tcsetpgrp chooses the group, and tcgetpgrp tells which it is.",
    matters:
      "A shell puts a job into the foreground before it waits for it, and takes the terminal back when the job has ended or stopped. By then the shell is in the background itself, so it can take the terminal back only while it ignores or blocks SIGTTOU.",
    clause: "XBD 3 Foreground Process Group",
    rules: [
      "tcsetpgrp.background",
      "tcsetpgrp.not-terminal",
      "tcsetpgrp.group-absent",
      "tcsetpgrp.group-elsewhere",
    ],
    questions: ["tcsetpgrp.non-group", "tcgetpgrp.vanished", "type.reaches"],
    see: ["background", "controlling terminal", "SIGTTOU"],
    trace: "test/scenarios/tcsetpgrp/hands-over.trace",
  },
  {
    name: "background process group",
    also: ["background", "background group", "background job", "background process"],
    text: "Every process group of a session is in the background of its terminal, except the one in the foreground. If a process there reads from the terminal, its whole group is sent SIGTTIN; if it changes the terminal, SIGTTOU; both stop it by default. It may write, unless TOSTOP is set. The signals of ^C, ^\\ and ^Z do not reach it.",
    matters:
      "A process is in the foreground as long as tcgetpgrp gives what getpgrp gives. A wrapper that moves its child to a group of its own moves it to the background as well: the first read stops it, and the wrapper, which waits without WUNTRACED, never learns why. It must hand the terminal over, too.",
    clause: "XBD 11.1.4 Terminal Access Control",
    rules: ["read.background", "read.signal-held", "read.orphaned", "tcsetpgrp.background"],
    questions: ["tcsetpgrp.interrupted", "read.woken-in-background"],
    see: ["foreground", "TOSTOP", "SIGTTIN", "SIGTTOU"],
    trace: "test/scenarios/read/background.trace",
  },
  {
    name: "TOSTOP",
    also: ["background write", "background output"],
    text: "TOSTOP is a setting of a terminal, `stty tostop`. While it is clear, as it usually is, a process in the background may write. While it is set, a write from the background is held up like a read: the writer's group is sent SIGTTOU. Who blocks or ignores SIGTTOU may write all the same.",
    matters:
      "The user decides whether a background job is stopped by its own output. A runner whose jobs must never be stopped by it ignores SIGTTOU in them, or gives them a pipe in place of the terminal. EIO for a write means that nobody is left to continue the job: do not try again.",
    clause: "XBD 11.1.4 Terminal Access Control",
    rules: ["write.background", "write.orphaned"],
    questions: ["tcsetpgrp.interrupted"],
    see: ["background", "orphaned", "SIGTTOU"],
    trace: "test/scenarios/write/background.trace",
  },
  {
    name: "hangup",
    also: ["hung up", "hang up", "disconnect", "modem disconnect"],
    text: "A terminal hangs up when its other end goes away: the window is closed, the connection breaks, or the process that holds the master ends. The session leader is sent SIGHUP, and whatever still has the terminal open can do no more with it: a write fails with EIO, a read gives 0 or fails with EIO. When the session leader ends, the group in the foreground is sent SIGHUP.",
    matters:
      "The kernel does not tell the jobs in the background. A shell passes SIGHUP on to them, and SIGCONT to those that are stopped, so that they can end. What is to survive ignores SIGHUP, as `nohup` does, or has left the session with setsid.",
    clause: "XBD 11.1.10 Modem Disconnect",
    rules: ["write.hung-up", "tcsetpgrp.hung-up", "tcgetpgrp.hung-up", "open.hung-up"],
    questions: ["close.hangup", "read.asleep-at-hangup", "exit.terminal"],
    see: ["controlling terminal", "session leader", "SIGHUP"],
    trace: "test/scenarios/close/hangup.trace",
  },
];
