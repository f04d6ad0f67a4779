/** Signals by name, in the order of `types.signal` in the WIT: Linux's own numbers, less one. */
export const enum Signal {
  SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV,
  SIGUSR2, SIGPIPE,
  SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ,
  SIGVTALRM,
  SIGPROF, SIGWINCH, SIGIO, SIGPWR, SIGSYS,
}

/** The cases of `types.signal-argument`. */
export const enum SignalArgument { PROBE, NAMED, INVALID }

/** A set of signals has one bit for each, as `types.signals`. */
export type Signals = u32;

export function bit(signal: Signal): Signals { return 1 << (<u32>signal); }
export function has(set: Signals, signal: Signal): bool { return (set & bit(signal)) != 0; }

/** The signals that no process can catch, ignore or block. */
export const FIXED: Signals = 1 << Signal.SIGKILL | 1 << Signal.SIGSTOP;
/** Their default action is to stop the process. */
export const STOPS: Signals =
  1 << Signal.SIGSTOP | 1 << Signal.SIGTSTP | 1 << Signal.SIGTTIN | 1 << Signal.SIGTTOU;
/** The stops that belong to job control: they do nothing to a group that is orphaned. */
export const JOB_STOPS: Signals = STOPS ^ (1 << Signal.SIGSTOP);
/** What a fault of the program raises. */
export const FAULTS: Signals = 1 << Signal.SIGILL | 1 << Signal.SIGTRAP | 1 << Signal.SIGBUS
  | 1 << Signal.SIGFPE | 1 << Signal.SIGSEGV | 1 << Signal.SIGSYS;
/** Their default action does nothing to a process that runs. */
export const HARMLESS: Signals = 1 << Signal.SIGCHLD | 1 << Signal.SIGCONT
  | 1 << Signal.SIGURG | 1 << Signal.SIGWINCH;

/** Their default action leaves a core file. */
export const CORES: Signals = 1 << Signal.SIGQUIT | 1 << Signal.SIGILL | 1 << Signal.SIGTRAP
  | 1 << Signal.SIGABRT | 1 << Signal.SIGBUS | 1 << Signal.SIGFPE | 1 << Signal.SIGSEGV
  | 1 << Signal.SIGSYS | 1 << Signal.SIGXCPU | 1 << Signal.SIGXFSZ;

/** The signal with the lowest number. The set must not be empty. */
export function lowest(set: Signals): Signal { return <Signal>ctz(set); }
