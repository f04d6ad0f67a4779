import type { SignalText } from "./text.js";

const anybody = "Only programs that call kill or raise.";
const faults = "test/scenarios/kill/fault-signals.trace";
const limits = "test/scenarios/kill/limit-signals.trace";
const users = "test/scenarios/kill/user-signals.trace";
const kernels = "test/scenarios/kill/kernel-signals.trace";
const harmless = "test/scenarios/sigaction/harmless-by-default.trace";

function fault(means: string, advice = bug): SignalText {
  return {
    means,
    sender: "The kernel, to the process whose own instruction failed.",
    advice,
    trace: faults,
  };
}
const bug =
  "It is a bug of the program: leave it at its default, so that there is a core file. A runner tells by wait which signal ended its child.";

function allowance(means: string, advice: string): SignalText {
  return { means, sender: "The kernel, to the process itself.", advice, trace: limits };
}

/** The signals that have nothing to do with job control. */
export const otherSignals: Readonly<Record<string, SignalText>> = {
  SIGKILL: {
    means: "End at once, without a chance to tidy up.",
    sender: "Programs that call kill; some kernels, when memory runs out.",
    advice:
      "Send SIGTERM first, and SIGCONT after it for those that are stopped; SIGKILL is for what is still there a while later. It reaches a process, or with kill(-group, …) a group, but not the children that left it.",
    otherwise: "It ends a stopped process without SIGCONT. A zombie is dead already.",
    see: ["zombie", "SIGTERM"],
    trace: "test/scenarios/kill/kills-stopped.trace",
  },
  SIGTERM: {
    means: "Please end.",
    sender: "Programs that call kill: `kill`, a service manager, a runner at its timeout.",
    advice:
      "Catch it to tidy up, then end by it: set the default action and raise it. A runner sends it to the whole group of its child, or grandchildren live on.",
    otherwise: "A stopped process keeps it pending until it is continued: send SIGCONT, too.",
    questions: ["kill.fatal-to-stopped"],
    see: ["stopped", "process group", "SIGKILL"],
    trace: "test/scenarios/kill/fatal-to-stopped.trace",
  },
  SIGUSR1: {
    means: "Whatever the program says that it means.",
    sender: anybody,
    advice: "Set the handler before anybody can send it, for the default action ends the process.",
    trace: "test/scenarios/sigaction/once.trace",
  },
  SIGUSR2: {
    means: "Whatever the program says that it means.",
    sender: anybody,
    advice: "Set the handler before anybody can send it, for the default action ends the process.",
    trace: users,
  },
  SIGPIPE: {
    means: "You write to a pipe or a socket that nobody reads any more.",
    sender: "The kernel, to the process that writes.",
    advice:
      "In a pipeline the default is right: `yes | head` ends by it. A server ignores it, and gets EPIPE from write; its children should have the default again.",
    otherwise: "Blocked or ignored, the write still fails, with EPIPE.",
    trace: kernels,
  },
  SIGALRM: {
    means: "The time that was set with alarm or setitimer is over.",
    sender: "The kernel, to the process that set it.",
    advice: "exec keeps the timer and resets the handler: a program can die of its predecessor's.",
    trace: kernels,
  },
  SIGSYS: {
    means: "The program made a system call that does not exist or is forbidden to it.",
    sender: "The kernel, to the process that made the call; a sandbox may ask for it.",
    advice: bug,
    trace: kernels,
  },
  SIGILL: fault("The program came upon an instruction that the processor does not know."),
  SIGTRAP: fault(
    "The program came upon a breakpoint.",
    "It is for debuggers; a program that is not being debugged ends by it.",
  ),
  SIGBUS: fault(
    "The program touched memory that is there but cannot be had, such as a mapped file that was cut short.",
  ),
  SIGFPE: fault("The program divided by zero, or made another mistake in arithmetic."),
  SIGSEGV: fault("The program touched memory that is not its own."),
  SIGABRT: {
    means: "The program found itself in a state that it must not go on in.",
    sender: "The program itself, by abort, as a failed assertion does.",
    advice: bug,
    otherwise: "abort ends the process even if the signal is ignored or blocked.",
    trace: faults,
  },
  SIGXCPU: allowance(
    "The process has used up the time on the processor that it is allowed.",
    "Save what can be saved. A runner sets the limit with setrlimit, and sees by wait that it was hit.",
  ),
  SIGXFSZ: allowance(
    "The process wants to make a file larger than it is allowed.",
    "Ignored or blocked, the write fails with EFBIG instead.",
  ),
  SIGVTALRM: allowance(
    "The process has computed for as long as it had asked with setitimer.",
    "Set a handler before the timer.",
  ),
  SIGPROF: allowance(
    "The process, and the kernel for it, have worked for as long as it had asked with setitimer.",
    "It is for profilers. Calls that sleep may be interrupted by it at any time.",
  ),
  SIGURG: {
    means: "A socket has urgent data.",
    sender: "The kernel, to the process or group that asked for it.",
    advice: "Nothing, unless you asked for it.",
    trace: harmless,
  },
  SIGWINCH: {
    means: "The terminal's window has another size.",
    sender: "The terminal, to every member of the group in its foreground.",
    advice:
      "A program that draws on the whole screen asks for the size again. A process in the background misses it, so it also asks when it is continued.",
    see: ["foreground", "SIGCONT"],
    trace: harmless,
  },
  SIGIO: {
    means: "A descriptor has become ready to be read or written.",
    sender: "The kernel, to the process or group that asked for it.",
    advice: "Set a handler before you ask for it; do not rely on the default action.",
  },
  SIGPWR: {
    means: "The power is about to fail.",
    sender: "On the systems that have it, the kernel or a daemon, to the first process.",
    advice: "Leave it to the system; do not use it for something else.",
  },
};
