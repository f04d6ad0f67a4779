/** Signals by name, in the order of `types.signal` in the WIT. */
export const enum Signal {
  SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV,
  SIGUSR2, SIGPIPE,
  SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ,
  SIGVTALRM,
  SIGPROF, SIGWINCH, SIGIO, SIGPWR, SIGSYS,
}

/** The cases of `types.signal-argument`. */
export const enum SignalArgument { PROBE, NAMED, INVALID }
