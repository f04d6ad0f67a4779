import type { TermText } from "./text.js";

/** The words about what a process does with signals. */
export const signalTerms: readonly TermText[] = [
  {
    name: "default action",
    also: ["default", "disposition", "action", "sig dfl"],
    text: "Each signal has a default action, which it takes on a process that neither catches nor ignores it. Most signals end the process. SIGSTOP, SIGTSTP, SIGTTIN and SIGTTOU stop it, SIGCONT continues it, and SIGCHLD, SIGURG and SIGWINCH do nothing.",
    matters:
      "exec sets what was caught back to the default, and keeps what was ignored. A shell that ignores SIGINT, SIGQUIT, SIGTSTP, SIGTTIN and SIGTTOU sets them all back in the child before exec, or the job can be neither ended by ^C nor stopped by ^Z.",
    clause: "XSH 2.4.3 Signal Actions",
    rules: ["sigaction.fixed-signal", "sigaction.fixed-signal-default"],
    questions: ["sigaction.fixed-default", "sigaction.fixed-query"],
    see: ["caught", "ignored", "stopped"],
    trace: "test/scenarios/execve/resets-handlers.trace",
  },
  {
    name: "ignored",
    also: ["ignore", "sig ign", "ignoring"],
    text: "A signal that a process ignores has no effect on it, and is discarded. fork and exec keep what is ignored. SIGKILL and SIGSTOP cannot be ignored, SIGCONT continues a stopped process even if it is, and to ignore SIGCHLD also means not to want zombies.",
    matters:
      "A shell ignores SIGTTOU, so that it can take the terminal back from the background; a job must not inherit that. A program that finds SIGINT or SIGHUP ignored when it starts was meant to ignore it, and sets no handler.",
    clause: "XSH 2.4.3 Signal Actions",
    rules: ["read.signal-held", "sigaction.fixed-signal", "tcsetpgrp.background"],
    questions: ["kill.blocked-and-ignored", "execve.ignored-sigchld", "sigaction.ignored-sigchld"],
    see: ["blocked", "default action", "auto-reap"],
    trace: "test/scenarios/sigaction/ignores.trace",
  },
  {
    name: "caught",
    also: ["catch", "handler", "signal handler", "handled"],
    text: "A signal that a process catches runs a handler, a function of the program. A call that sleeps meanwhile ends with EINTR, unless the handler was set with SA_RESTART and the call is one that begins again. exec sets caught signals back to their default. SIGKILL and SIGSTOP cannot be caught.",
    matters:
      "A handler for SIGTSTP runs in place of the stop. An editor that tidies up the screen there must then stop itself: set the default action, raise SIGTSTP, and unblock it. In an orphaned group the handler runs as well, but the raise stops nobody.",
    clause: "XSH 2.4.3 Signal Actions",
    rules: ["sigaction.fixed-signal"],
    questions: ["waitpid.news-with-signal", "kill.pending-order"],
    see: ["interrupted", "default action", "ignored"],
    trace: "test/scenarios/pause/until-caught.trace",
  },
  {
    name: "blocked",
    also: ["block", "signal mask", "mask", "masked", "unblock"],
    text: "A signal is blocked while it is in the signal mask of its receiver: it does nothing yet, and stays pending until it is unblocked. fork and exec keep the mask. SIGKILL and SIGSTOP cannot be blocked, and SIGCONT continues a stopped process even if it is.",
    matters:
      "A process in the background that blocks SIGTTOU may change the terminal, so a shell can block it around tcsetpgrp. A child that inherits a mask full of signals cannot be ended by ^C: set it back before exec.",
    clause: "XSH 2.4.1 Signal Generation and Delivery",
    rules: ["tcsetpgrp.background", "read.signal-held"],
    questions: ["kill.blocked-and-ignored", "sigsuspend.after-stop"],
    see: ["pending", "ignored", "caught"],
    trace: "test/scenarios/sigprocmask/lets-in-a-stop.trace",
  },
  {
    name: "pending",
    also: ["pending signal", "sigpending"],
    text: "A signal is pending from the moment it is sent until its receiver takes it; while it is blocked, or the process is stopped, that can be long. The same signal is pending once, however often it was sent. SIGCONT discards the stop signals that are pending, and a stop signal discards SIGCONT. A child of fork begins with none; exec keeps them.",
    matters:
      "Signals are not counted. One SIGCHLD can stand for several children, so wait in a loop, with WNOHANG, until nothing is left to report.",
    clause: "XSH 2.4.1 Signal Generation and Delivery",
    rules: [],
    questions: [
      "kill.blocked-and-ignored",
      "kill.stop-cancels-continue",
      "waitpid.pending-sigchld",
      "kill.pending-order",
    ],
    see: ["blocked", "SIGCHLD", "SIGCONT"],
    trace: "test/scenarios/sigpending/several.trace",
  },
  {
    name: "interrupted",
    also: ["interrupt", "interrupted call", "restart", "sa restart"],
    text: "A call that sleeps is interrupted when a handler runs: it fails with EINTR, or begins again if the handler was set with SA_RESTART. pause and sigsuspend never begin again. A signal that runs no handler interrupts nothing, though some kernels give EINTR after a mere stop.",
    matters:
      "Call again after EINTR, in a loop. EIO is not an interruption, and does not pass: a program that treats the two alike burns the processor for ever.",
    clause: "XSH 2.3 Error Numbers",
    rules: [],
    questions: ["tcsetpgrp.interrupted", "waitpid.news-with-signal"],
    see: ["caught", "stopped"],
    trace: "test/scenarios/waitpid/interrupted.trace",
  },
];
