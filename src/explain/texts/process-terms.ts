import type { TermText } from "./text.js";

/** The words about what becomes of a process. */
export const processTerms: readonly TermText[] = [
  {
    name: "stopped",
    also: ["stop", "suspended", "suspend", "stopped process", "untraced", "wuntraced"],
    text: "A stopped process does nothing until it is sent SIGCONT. SIGSTOP stops every process; SIGTSTP, SIGTTIN and SIGTTOU stop one that does not catch, ignore or block them and whose group is not orphaned. Other signals wait until it is continued; SIGKILL does not. The parent is sent SIGCHLD, and a wait with WUNTRACED reports the stop, once.",
    matters:
      "A wait without WUNTRACED sleeps on while the child is stopped. A runner that waits so, and whose child read from the terminal in the background, hangs for ever.",
    clause: "XSH 2.4.3 Signal Actions",
    rules: ["read.background", "tcsetpgrp.background", "write.background"],
    questions: ["kill.fatal-to-stopped", "tcsetpgrp.interrupted", "sigsuspend.after-stop"],
    see: ["continued", "orphaned", "SIGTSTP"],
    trace: "test/scenarios/waitpid/stopped.trace",
  },
  {
    name: "continued",
    also: ["continue", "resume", "resumed", "wcontinued"],
    text: "A stopped process goes on when SIGCONT is sent to it, even if it blocks, ignores or catches SIGCONT. Stop signals that were pending are discarded. A wait with WCONTINUED reports it to the parent, once.",
    matters:
      "Continue the whole group, kill(-group, SIGCONT), for all of it was stopped. Hand the terminal over first: a job that is continued in the background is stopped again by the first thing that it does to the terminal. Not every kernel sends SIGCHLD for it, so ask with WNOHANG before each prompt.",
    clause: "XSH 2.4.3 Signal Actions",
    rules: ["kill.not-permitted"],
    questions: [
      "sigaction.sigchld-on-continue",
      "waitpid.wakes-on-continue",
      "kill.continue-of-running",
    ],
    see: ["stopped", "SIGCONT"],
    trace: "test/scenarios/waitpid/continued.trace",
  },
  {
    name: "zombie",
    also: ["defunct", "zombie process"],
    text: "A zombie is a process that has ended and that its parent has not waited for yet. It does nothing, and no signal has an effect on it, but it keeps its number, and it is a member of its group and its session until it is reaped.",
    matters:
      "As long as the first process of a pipeline is a zombie, its group is there, and the others can join it. But some kernels do not find a zombie in setpgid or getpgid, and say ESRCH: a shell takes that as it takes EACCES, for nothing to be shown to the user.",
    clause: "XBD 3 Process Lifetime",
    rules: ["setsid.group-remains", "kill.group-of-zombies"],
    questions: [
      "setpgid.zombie-child",
      "getpgid.zombie",
      "kill.zombie-group",
      "exit.zombie-children",
    ],
    see: ["reaped", "auto-reap", "process group"],
    trace: "test/scenarios/exit/zombie.trace",
  },
  {
    name: "reaped",
    also: ["reap", "reaping", "waited for", "wait status"],
    text: "A process that has ended is reaped when its parent waits for it with wait, waitpid, or waitid without WNOWAIT. Only then is it gone: its number is free, and if it was the last member of its group, so is the group's.",
    matters:
      "Signal nothing that you have reaped: the number may belong to somebody else by now. waitpid(-1, …) also reaps children for which another part of the program waits; that part then gets ECHILD.",
    clause: "XBD 3 Process Lifetime",
    rules: ["waitpid.no-child", "kill.no-such-process", "kill.no-such-group"],
    questions: ["waitpid.order", "waitpid.pending-sigchld"],
    see: ["zombie", "auto-reap", "subreaper"],
    trace: "test/scenarios/waitpid/reaped.trace",
  },
  {
    name: "auto-reap",
    also: ["auto reaped", "no zombies", "sa nocldwait", "nocldwait"],
    text: "A process that ignores SIGCHLD, or has set SA_NOCLDWAIT for it, wants no zombies: when a child of it dies, it is not kept for it to wait for. Its wait sleeps until no child is left, and then fails with ECHILD.",
    matters:
      "What is ignored is inherited by fork and, on most kernels, kept by exec. So a runner that was itself started with SIGCHLD ignored loses the exit status of all its children: set SIGCHLD to its default before the first fork, and do not pass SIGCHLD on ignored.",
    clause: "XSH sigaction DESCRIPTION SA_NOCLDWAIT",
    rules: ["waitpid.no-child"],
    questions: [
      "sigaction.unwanted-child",
      "sigaction.unwanted-child-notice",
      "fork.no-zombies",
      "execve.ignored-sigchld",
    ],
    see: ["zombie", "reaped", "SIGCHLD"],
    trace: "test/scenarios/sigaction/child-ignored.trace",
  },
  {
    name: "subreaper",
    also: ["adopted", "adoption", "reparented", "new parent", "reaper", "orphaned process"],
    text: "When a process dies, its children get a new parent: the system's first process, or on some kernels the nearest living ancestor that has asked for such orphans, which is called a subreaper. A process whose parent died is not what the word orphaned means of a group; but the death can orphan its group, too.",
    matters:
      "A runner that must not leave anything behind becomes a subreaper, and then waits for children that it never started. The first process of a container has to do the same. getppid changes at any time, and says nothing about who started a process.",
    clause: "XSH _Exit DESCRIPTION",
    rules: ["waitpid.no-child", "setpgid.not-child"],
    questions: ["exit.new-parent", "exit.zombie-children"],
    see: ["orphaned", "reaped", "zombie"],
    trace: "test/scenarios/prctl/subreaper.trace",
  },
];
