import { execve } from "./calls/execve";
import { exit } from "./calls/exit";
import { fork } from "./calls/fork";
import { getpgid } from "./calls/getpgid";
import { getsid } from "./calls/getsid";
import { getpgrp, getpid, getppid } from "./calls/identity";
import { kill } from "./calls/kill";
import { setChildSubreaper } from "./calls/prctl";
import { pthreadCreate } from "./calls/pthread_create";
import { setpgid } from "./calls/setpgid";
import { setsid } from "./calls/setsid";
import { waitpid } from "./calls/waitpid";
import { Outcome, beginStep, step } from "./step";
import { Pid, Process, find } from "./process";
import { settle } from "./schedule";

/** The cases of `types.syscall`. */
export const enum Syscall {
  FORK, EXECVE, EXIT, WAIT, WAITPID, GETPID, GETPPID, GETPGRP, GETPGID, GETSID, SETPGID, SETSID,
  KILL,
  SET_CHILD_SUBREAPER, PTHREAD_CREATE, COUNT,
}

function dispatch(syscall: Syscall, caller: Process, a: i32, b: i32, c: i32): void {
  switch (syscall) {
    case Syscall.FORK: return fork(caller);
    case Syscall.EXECVE: return execve(caller, a);
    case Syscall.EXIT: return exit(caller, a);
    case Syscall.WAIT: return waitpid(caller, -1, 0, <u8>Syscall.WAIT);
    case Syscall.WAITPID: return waitpid(caller, a, b, <u8>Syscall.WAITPID);
    case Syscall.GETPID: return getpid(caller);
    case Syscall.GETPPID: return getppid(caller);
    case Syscall.GETPGRP: return getpgrp(caller);
    case Syscall.GETPGID: return getpgid(caller, a);
    case Syscall.GETSID: return getsid(caller, a);
    case Syscall.SETPGID: return setpgid(caller, a, b);
    case Syscall.SETSID: return setsid(caller);
    case Syscall.KILL: return kill(caller, a, b, c);
    case Syscall.SET_CHILD_SUBREAPER: return setChildSubreaper(caller, a != 0);
    default: return pthreadCreate(caller);
  }
}

/** Makes one call; the journal's step then says what it gave and what it changed. */
export function perform(syscall: Syscall, pid: Pid, a: i32, b: i32, c: i32): void {
  beginStep();
  const caller = find(pid);
  if (!caller.runs || syscall < 0 || syscall >= Syscall.COUNT) {
    step.outcome = Outcome.NOT_RUN;
    return;
  }
  dispatch(syscall, caller, a, b, c);
  settle();
  // Its slot may be free by now, but it holds nobody else: no step both ends a process and starts
  // one.
  if (!caller.lives) step.outcome = Outcome.GONE;
}
