import type { TermText } from "./text.js";

/** The words about process groups and sessions. */
export const groupTerms: readonly TermText[] = [
  {
    name: "process group",
    also: ["group", "pgrp", "pgid", "process group id"],
    text: "A process group is a set of processes of one session that can be signalled, waited for and put into the foreground together. Every process is in exactly one; a child begins in its parent's. setpgid makes a group of which one process is the first member, or moves a process to a group that exists. A group exists as long as it has a member, and a zombie is one.",
    matters:
      "A shell gives every job a group. Parent and child both call setpgid, since nobody knows which of them runs first; the one that comes second changes nothing. If the parent comes so late that it gets EACCES, the child has called exec, and has moved itself before that.",
    clause: "XBD 3 Process Group",
    rules: [
      "setpgid.child-execed",
      "setpgid.not-child",
      "setpgid.group-absent",
      "setpgid.group-elsewhere",
      "kill.no-such-group",
    ],
    questions: ["setpgid.reach", "setpgid.zombie-child", "kill.zombie-group"],
    see: ["group leader", "session", "job"],
    trace: "test/scenarios/setpgid/repeated-by-parent-and-child.trace",
  },
  {
    name: "group leader",
    also: ["process group leader", "leader"],
    text: "A group leader is the process whose number is also the number of its group. It has no power over the others, and the group does not need it: the group goes on without it, with the same number, as long as there is a member.",
    matters:
      "A group leader is refused setsid: fork, and call it in the child. Start every process of a pipeline before you wait for the first: once the leader is reaped and no other member is there, the group is gone, and the next process cannot join it.",
    clause: "XBD 3 Process Group Leader",
    rules: ["setsid.group-leader", "setsid.group-remains", "setpgid.group-absent"],
    questions: ["fork.session-id"],
    see: ["process group", "session leader", "reaped"],
    trace: "test/scenarios/setsid/group-leader.trace",
  },
  {
    name: "session",
    also: ["session id", "sid", "login session"],
    text: "A session is a set of process groups, as a rule all that was started in one terminal window or by one login. setsid makes a new one, with the caller alone in a new group and without a controlling terminal. A child is born into its parent's session, and there is no call to move a process to another one.",
    matters:
      "setpgid and tcsetpgrp work within one session only, so every process of a job must be in the shell's. A process that calls setsid has left the terminal for good: no key reaches it, and the shell can no longer move it.",
    clause: "XBD 3 Session",
    rules: [
      "setsid.group-leader",
      "setpgid.other-session",
      "setpgid.group-elsewhere",
      "getsid.leader-gone",
    ],
    questions: ["setpgid.group-session", "getpgid.across-sessions", "fork.session-id"],
    see: ["session leader", "controlling terminal", "process group"],
    trace: "test/scenarios/setsid/new-session.trace",
  },
  {
    name: "session leader",
    also: ["controlling process"],
    text: "A session leader is the process that made its session with setsid; the session has its number. It can leave neither the session nor the group that it leads. Only it can acquire a controlling terminal, and is then called the controlling process: it is sent SIGHUP when the terminal hangs up, and when it ends, the session loses the terminal and the group in the foreground is sent SIGHUP.",
    matters:
      "The first shell in a window leads its session, and its own group is orphaned from birth. SIGTSTP, SIGTTIN and SIGTTOU do not stop it, and in the background it gets EIO where another process would be stopped. To wait in the background by stopping itself would be an endless loop.",
    clause: "XBD 3 Session Leader",
    rules: ["setpgid.session-leader", "setsid.group-leader", "tiocsctty.not-leader"],
    questions: ["setpgid.leader-in-place", "setpgid.leader-may-join", "exit.terminal"],
    see: ["session", "orphaned", "hangup"],
    trace: "test/scenarios/exit/controlling-process.trace",
  },
  {
    name: "orphaned process group",
    also: ["orphaned", "orphan", "orphaned group", "orphan group"],
    text: "A process group is orphaned when none of its members has a parent in the same session but in another group. Such a parent is usually the shell; without it, nobody is left who would continue the group after a stop. So SIGTSTP, SIGTTIN and SIGTTOU stop nobody there by default, and a call that would have been held up by them fails with EIO. When a death orphans a group that has a stopped member, its members are sent SIGHUP and then SIGCONT.",
    matters:
      "Whatever outlives its shell, and every session leader, is in such a group. There EIO from a terminal is for ever, and to try again is an endless loop; so is to stop oneself with SIGTTIN until one is in the foreground. SIGSTOP stops even here. A runner that dies while a test is stopped kills its tests by SIGHUP.",
    clause: "XBD 3 Orphaned Process Group",
    rules: ["tcsetpgrp.orphaned", "tcsetattr.orphaned", "read.orphaned", "write.orphaned"],
    questions: [
      "exit.orphan-signals",
      "exit.orphaned-known",
      "setpgid.orphaned-by-move",
      "setpgid.movers-children",
      "exit.orphan-tests",
    ],
    see: ["background", "stopped", "subreaper"],
    trace: "test/scenarios/tcsetpgrp/orphaned.trace",
  },
  {
    name: "job",
    also: ["job control", "fg", "bg"],
    text: "A job is what one command line starts. To the kernel it is a process group, to the shell an entry of its list. Job control is what the shell does with it: to put it into the foreground or the background, to notice that it stopped, and to continue it.",
    matters:
      "`fg` is tcsetpgrp, then SIGCONT to the group, then a wait with WUNTRACED; in another order the job can be stopped again at once. `bg` is SIGCONT alone. When the job ends or stops, the shell takes the terminal back. docs/job-control.md shows it in ten traces.",
    clause: "XBD 3 Job Control",
    rules: ["setpgid.child-execed", "tcsetpgrp.background", "read.background"],
    questions: ["sigaction.sigchld-on-continue", "waitpid.wakes-on-continue"],
    see: ["foreground", "background", "stopped"],
    trace: "examples/job-control/06-fg.trace",
  },
];
