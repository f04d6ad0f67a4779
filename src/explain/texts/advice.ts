import type { Advice } from "./text.js";

/**
 * What a refusal means to the caller and what can be done, the likeliest first where one error can
 * have several causes. What the rules are is in the catalogue.
 */
export const advices: readonly Advice[] = [
  {
    rules: ["tcsetpgrp.orphaned", "tcsetattr.orphaned", "write.orphaned"],
    meaning:
      "The caller is in the background and its group is orphaned: nobody could continue it after a stop, so it gets this error instead of SIGTTOU.",
    remedy:
      "Do not try again, for it does not pass. A shell that wants the terminal all the same ignores or blocks SIGTTOU first, and then the call succeeds; a job does without the terminal.",
  },
  {
    rules: ["read.orphaned"],
    meaning:
      "The caller is in the background and its group is orphaned: nobody could continue it after a stop, so it gets this error instead of SIGTTIN.",
    remedy:
      "Do not try again, for it does not pass; treat it as the end of the input. A program that a runner starts in a group of its own needs the foreground (tcsetpgrp) or another standard input.",
  },
  {
    rules: ["read.signal-held"],
    meaning:
      "The caller is in the background and blocks or ignores SIGTTIN, so the signal could not stop it.",
    remedy: "Set SIGTTIN back to its default and try again, or wait for the foreground.",
  },
  {
    rules: ["tcsetpgrp.background", "tcsetattr.background"],
    meaning: "The caller is in the background and neither blocks nor ignores SIGTTOU.",
    remedy: "A shell ignores or blocks SIGTTOU around the call; a job is continued by `fg`.",
  },
  {
    rules: ["write.background"],
    meaning: "The caller is in the background, and the terminal's TOSTOP is set.",
    remedy:
      "A job is continued by `fg`; one that must not be stopped by its output ignores SIGTTOU.",
  },
  {
    rules: ["read.background"],
    meaning: "The caller is in the background: what is typed is not for it.",
    remedy:
      "A job is continued by `fg`. A runner that gave its child a group of its own must give it the foreground, too.",
  },
  {
    rules: [
      "tcsetpgrp.not-terminal",
      "tcgetpgrp.not-terminal",
      "tcgetsid.not-terminal",
      "tiocnotty.not-terminal",
    ],
    meaning:
      "What the descriptor reaches is not the caller's controlling terminal: it is no terminal, or another session's, or the caller has none, for instance after setsid.",
    remedy: "Open /dev/tty; if that fails with ENXIO, there is no terminal, and no job control.",
  },
  {
    rules: [
      "write.hung-up",
      "tcsetpgrp.hung-up",
      "tcsetattr.hung-up",
      "tcgetpgrp.hung-up",
      "tcgetsid.hung-up",
      "tiocsctty.hung-up",
      "tiocnotty.hung-up",
    ],
    meaning:
      "The terminal has hung up: its other end is closed or, on some kernels, its session's leader has ended.",
    remedy: "Close the descriptor and go on without the terminal, or end.",
  },
  {
    rules: ["setpgid.child-execed"],
    meaning: "The child has called exec already, so only it can change its own group.",
    remedy:
      "Ignore it, as shells do, if the child calls setpgid itself before exec: then it has moved.",
  },
  {
    rules: ["setpgid.session-leader"],
    meaning: "The process leads a session, and has to stay in the group that it leads.",
    remedy: "Nothing needs to be done: it is the leader of a group of its own already.",
  },
  {
    rules: ["setpgid.group-absent"],
    meaning:
      "There is no group with this number: its last member was waited for, or the process that was to lead it has not called setpgid yet.",
    remedy:
      "Let parent and child both make the group, and wait for no member before all have joined it.",
  },
  {
    rules: ["setpgid.group-elsewhere", "setpgid.other-session"],
    meaning: "The group or the child is in another session, and setpgid does not reach there.",
    remedy: "A child that calls setsid cannot be in a job; leave it alone, or do not call setsid.",
  },
  {
    rules: ["setpgid.not-child", "setpgid.no-such-process"],
    meaning: "The process is neither the caller nor a child of it, or it does not exist any more.",
    remedy:
      "Only the process itself and its parent can move it. If it was a child that may have ended, go on.",
  },
  {
    rules: ["setsid.group-leader", "setsid.group-remains"],
    meaning: "The caller leads a group, or a group with its number still has members.",
    remedy: "Fork, and call setsid in the child; the child leads no group.",
  },
  {
    rules: ["tcsetpgrp.group-absent"],
    meaning: "There is no group with this number: it has ended, or was not made yet.",
    remedy:
      "Call setpgid for the job before tcsetpgrp, in the parent as well. If the job has ended, put your own group into the foreground.",
  },
  {
    rules: ["tcsetpgrp.group-elsewhere"],
    meaning: "The group is in another session than the caller.",
    remedy: "A job that calls setsid has left the terminal; take it back for your own group.",
  },
  {
    rules: ["waitpid.no-child", "waitid.no-child"],
    meaning:
      "No child is left that the call could wait for: they were waited for elsewhere, or the caller ignores SIGCHLD and they leave no status.",
    remedy:
      "Set SIGCHLD to its default before the fork, and wait for each child in one place only.",
  },
  {
    rules: ["kill.no-such-process", "kill.no-such-group"],
    meaning: "Nobody has this number any more.",
    remedy: "Take it for the end of the process or group, and never use the number again.",
  },
  {
    rules: ["kill.not-permitted", "kill.group-not-permitted"],
    meaning: "The target runs as another user, for instance under sudo.",
    remedy:
      "It exists. Ask somebody with the right to do it; only SIGCONT works across users, within a session.",
  },
  {
    rules: ["kill.group-of-zombies"],
    meaning: "Every member of the group is a zombie, and this kernel counts none of them.",
    remedy: "Take it for the end of the group, and wait for its members.",
  },
  {
    rules: ["tiocsctty.not-leader"],
    meaning: "The caller does not lead its session.",
    remedy: "Call setsid first; if that is refused, fork and do both in the child.",
  },
  {
    rules: ["tiocsctty.has-terminal", "tiocsctty.terminal-taken"],
    meaning: "The session has a terminal already, or the terminal has a session.",
    remedy: "Make a new session for a new terminal: setsid, then TIOCSCTTY.",
  },
  {
    rules: ["open.no-terminal"],
    meaning: "The caller has no controlling terminal, as after setsid or in a daemon.",
    remedy: "Go on without job control.",
  },
];

/** What is to be said of EINTR, which no rule gives. */
export const interrupted =
  "EINTR is given by a call that sleeps while a handler runs, where the call does not begin again. No rule is broken. `retinue explain interrupted` says more.";
