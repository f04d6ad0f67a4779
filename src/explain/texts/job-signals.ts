import type { SignalText } from "./text.js";

/** The signals of job control. */
export const jobSignals: Readonly<Record<string, SignalText>> = {
  SIGHUP: {
    means: "The terminal is gone, or nobody is left who would continue a stopped job.",
    sender:
      "The kernel: to the session leader when the terminal hangs up; to the group in the foreground when the session leader ends; to a group with a stopped member when a death orphans it, with SIGCONT after it. Shells pass it on to their jobs.",
    advice:
      "A shell passes it on to its jobs, continues those that are stopped, and ends. A program that is to survive its window ignores it, as `nohup` does. Daemons, which have no terminal, use it as the order to read their settings again.",
    otherwise:
      "Ignored or blocked, it ends nobody, but the terminal is gone all the same: writes fail with EIO. A stopped process keeps it pending, so in an orphaned group the SIGCONT makes it die.",
    questions: ["close.hangup", "exit.orphan-signals", "setpgid.orphaned-by-move", "exit.terminal"],
    see: ["hangup", "orphaned", "session leader"],
    trace: "test/scenarios/close/hangup.trace",
  },
  SIGINT: {
    means: "The user wants the program to end: ^C.",
    sender: "The terminal, to every member of the group in its foreground.",
    advice:
      "A shell gives each job a group of its own and the foreground, so that ^C reaches the job and not the shell; wait then tells that the job was killed by it. A program that catches it to tidy up ends by it afterwards: it sets the default action and raises it, so that its parent can tell.",
    otherwise:
      "A job that inherited SIGINT ignored cannot be ended by ^C: a shell sets it back before exec. Jobs in the background never get it from a key.",
    questions: ["type.reaches"],
    see: ["foreground", "default action"],
    trace: "test/scenarios/type/interrupt.trace",
  },
  SIGQUIT: {
    means: "The user wants the program to end at once, and to leave a core file: ^\\.",
    sender: "The terminal, to every member of the group in its foreground.",
    advice: "Leave it alone, so that a program that hangs can be looked at; a shell ignores it.",
    otherwise: "It is inherited ignored, like SIGINT: a shell sets it back before exec.",
    questions: ["type.reaches"],
    see: ["foreground", "default action"],
    trace: "test/scenarios/type/quit.trace",
  },
  SIGTSTP: {
    means: "The user wants the job to stop for a while: ^Z.",
    sender: "The terminal, to every member of the group in its foreground.",
    advice:
      "A shell ignores it in itself, sets it back in each job before exec, and waits with WUNTRACED to see the stop. An editor catches it, tidies up the screen, sets the default action and raises it again.",
    otherwise:
      "In an orphaned group it stops nobody by default, and vanishes; a handler runs all the same. Ignored, it is discarded; blocked, it stays pending, until SIGCONT discards it.",
    questions: ["type.reaches", "exit.orphaned-known"],
    see: ["stopped", "orphaned", "SIGCONT"],
    trace: "test/scenarios/type/suspend.trace",
  },
  SIGTTIN: {
    means: "A process in the background wanted to read from its controlling terminal.",
    sender: "The terminal, to the whole group of the process that called read.",
    advice:
      "A job leaves it at its default: it is stopped, and `fg` continues it. A shell that finds itself in the background when it starts sends it to its own group, until tcgetpgrp gives that group, and ignores it from then on.",
    otherwise:
      "Where the caller blocks or ignores it, or its group is orphaned, no signal is sent, and the read fails with EIO. Unlike SIGTTOU, ignoring it opens no gate.",
    questions: ["tcsetpgrp.interrupted", "exit.orphaned-known"],
    see: ["background", "stopped", "SIGTTOU"],
    trace: "test/scenarios/read/background.trace",
  },
  SIGTTOU: {
    means:
      "A process in the background wanted to change its controlling terminal: to choose the foreground group (tcsetpgrp), to change settings (tcsetattr), or, only while TOSTOP is set, to write.",
    sender: "The terminal, to the whole group of the process that made the call.",
    advice:
      "A shell ignores or blocks it before it calls tcsetpgrp: when it takes the terminal back from a job, it is in the background. A job must not inherit that, so the child sets it back to its default before exec, after its own tcsetpgrp.",
    otherwise:
      "Where the caller blocks or ignores it, no signal is sent, and the call succeeds. Else, if the caller's group is orphaned, no signal is sent, and the call fails with EIO, for nobody could continue the group.",
    questions: ["tcsetpgrp.interrupted", "exit.orphaned-known"],
    see: ["background", "TOSTOP", "orphaned"],
    trace: "test/scenarios/tcsetpgrp/background-ignored.trace",
  },
  SIGSTOP: {
    means: "Stop, whatever you think of it.",
    sender: "Only programs that call kill: a debugger, a scheduler of batch jobs, `kill -STOP`.",
    advice:
      "Who sends it owes a SIGCONT. A shell waits with WUNTRACED, and treats the stop like one by ^Z.",
    otherwise: "It stops a process of an orphaned group, too, though nobody may continue it.",
    see: ["stopped", "SIGCONT", "SIGTSTP"],
    trace: "test/scenarios/kill/stops-an-orphan.trace",
  },
  SIGCONT: {
    means: "Go on, if you are stopped.",
    sender:
      "A shell, for `fg` and `bg`; the kernel, after SIGHUP, to a group with a stopped member that a death orphans. A process may send it to any process of its session, whatever the user.",
    advice:
      "Send it to the whole group, after the terminal has been handed over. A program catches it to draw its screen anew; it then may be in the background, so it asks tcgetpgrp first.",
    otherwise:
      "A stopped process goes on even if it blocks, ignores or catches SIGCONT; only the handler waits until it is unblocked. It discards the stop signals that are pending.",
    questions: [
      "kill.continue-of-running",
      "sigaction.sigchld-on-continue",
      "waitpid.wakes-on-continue",
    ],
    see: ["continued", "stopped", "orphaned"],
    trace: "test/scenarios/kill/continues-ignored.trace",
  },
  SIGCHLD: {
    means: "A child has ended or stopped, and on most kernels also: it goes on.",
    sender:
      "The kernel, to the parent. SA_NOCLDSTOP turns off what is not about the end of a child.",
    advice:
      "Signals are not counted, so wait in a loop with WNOHANG until nothing is left. Set it to its default when you start: if you inherited it ignored, your children leave no status behind.",
    otherwise:
      "To ignore it is more than not to listen: children then leave no zombies, and a wait fails with ECHILD when the last is gone. The default action does nothing, too, but keeps zombies.",
    see: ["zombie", "auto-reap", "pending"],
    trace: "test/scenarios/sigaction/child-stops.trace",
  },
};
