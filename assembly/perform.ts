import { close } from "./calls/close";
import { execve } from "./calls/execve";
import { exit } from "./calls/exit";
import { fork } from "./calls/fork";
import { getpgid } from "./calls/getpgid";
import { getsid } from "./calls/getsid";
import { getpgrp, getpid, getppid } from "./calls/identity";
import { kill } from "./calls/kill";
import { pause, sigpending, sigprocmask, sigsuspend } from "./calls/mask";
import { setChildSubreaper } from "./calls/prctl";
import { open } from "./calls/open";
import { openpty } from "./calls/openpty";
import { pthreadCreate } from "./calls/pthread_create";
import { raise } from "./calls/raise";
import { read } from "./calls/read";
import { setpgid } from "./calls/setpgid";
import { setresuid } from "./calls/setresuid";
import { setsid } from "./calls/setsid";
import { sigaction } from "./calls/sigaction";
import { tcgetpgrp } from "./calls/tcgetpgrp";
import { tcgetsid } from "./calls/tcgetsid";
import { tcsetattr } from "./calls/tcsetattr";
import { tcsetpgrp } from "./calls/tcsetpgrp";
import { tiocnotty } from "./calls/tiocnotty";
import { tiocsctty } from "./calls/tiocsctty";
import { type } from "./calls/type";
import { waitid } from "./calls/waitid";
import { waitpid } from "./calls/waitpid";
import { write } from "./calls/write";
import { Outcome, beginStep, step } from "./step";
import { NOBODY, Pid, Process, find } from "./process";
import { countDue, endLooks, holdCaller, settleOne } from "./schedule";
import { Syscall } from "./syscall";

function dispatch(syscall: Syscall, caller: Process, a: i32, b: i32, c: i32): void {
  switch (syscall) {
    case Syscall.FORK: return fork(caller);
    case Syscall.EXECVE: return execve(caller, a);
    case Syscall.EXIT: return exit(caller, a);
    case Syscall.WAIT: return waitpid(caller, -1, 0);
    case Syscall.WAITPID: return waitpid(caller, a, b);
    case Syscall.GETPID: return getpid(caller);
    case Syscall.GETPPID: return getppid(caller);
    case Syscall.GETPGRP: return getpgrp(caller);
    case Syscall.GETPGID: return getpgid(caller, a);
    case Syscall.GETSID: return getsid(caller, a);
    case Syscall.SETPGID: return setpgid(caller, a, b);
    case Syscall.SETSID: return setsid(caller);
    case Syscall.KILL: return kill(caller, a, b, c);
    case Syscall.SET_CHILD_SUBREAPER: return setChildSubreaper(caller, a != 0);
    case Syscall.PTHREAD_CREATE: return pthreadCreate(caller);
    case Syscall.WAITID: return waitid(caller, a, b, c);
    case Syscall.SIGACTION: return sigaction(caller, a, b, c);
    case Syscall.SIGPROCMASK: return sigprocmask(caller, a, b);
    case Syscall.SIGPENDING: return sigpending(caller);
    case Syscall.SIGSUSPEND: return sigsuspend(caller, a);
    case Syscall.PAUSE: return pause(caller);
    case Syscall.RAISE: return raise(caller, a, b);
    case Syscall.SETRESUID: return setresuid(caller, a, b, c);
    default: return dispatchTerminal(syscall, caller, a, b, c);
  }
}

function dispatchTerminal(syscall: Syscall, caller: Process, a: i32, b: i32, c: i32): void {
  switch (syscall) {
    case Syscall.OPENPTY: return openpty(caller);
    case Syscall.OPEN: return open(caller, a, b, c);
    case Syscall.CLOSE: return close(caller, a, b);
    case Syscall.TIOCSCTTY: return tiocsctty(caller, a, b, c != 0);
    case Syscall.TIOCNOTTY: return tiocnotty(caller, a, b);
    case Syscall.TCGETPGRP: return tcgetpgrp(caller, a, b);
    case Syscall.TCSETPGRP: return tcsetpgrp(caller, a, b, c);
    case Syscall.TCGETSID: return tcgetsid(caller, a, b);
    case Syscall.TCSETATTR: return tcsetattr(caller, a, b, c != 0);
    case Syscall.READ: return read(caller, a, b, c);
    case Syscall.WRITE: return write(caller, a, b, c);
    default: return type(caller, a, b, c);
  }
}

/** The slot of the process that makes the call in hand. */
let actor: Process = NOBODY;

/** Makes the call. What follows on it in other processes is left to `settleOne`. */
export function begin(syscall: Syscall, pid: Pid, a: i32, b: i32, c: i32): void {
  beginStep(pid);
  actor = find(pid);
  if (actor.runs && syscall >= 0 && syscall < Syscall.COUNT) make(syscall, actor, a, b, c);
  else step.outcome = Outcome.NOT_RUN;
}

function make(syscall: Syscall, caller: Process, a: i32, b: i32, c: i32): void {
  dispatch(syscall, caller, a, b, c);
  if (!caller.lives) step.outcome = Outcome.GONE;
  if (caller.asleep) caller.sleepsIn = <u8>syscall;
  if (step.stirred != 0) holdCaller(caller, <u8>syscall);
}

/** How many processes have something left to do before the step is over. */
export function dueNow(): i32 { return step.stirred == 0 ? 0 : countDue(); }

/** The call had returned, and then its process died of what followed. It may have got the answer. */
export function diedAfterCall(): bool {
  return step.outcome == Outcome.COMPLETED && !actor.lives;
}

/** The step is over. A process that is dead by now got no answer. */
export function finishStep(): void {
  // Its slot may be free by now, but it holds nobody else: no step both ends a process and starts
  // one.
  if (step.outcome != Outcome.NOT_RUN && !actor.lives) step.outcome = Outcome.GONE;
  if (step.stirred != 0) endLooks();
}

/** Makes one call, with all that follows; the step then says what it gave and what it changed. */
export function perform(syscall: Syscall, pid: Pid, a: i32, b: i32, c: i32): void {
  begin(syscall, pid, a, b, c);
  settle();
}

/** The same for a process that runs and a call that there is. */
export function performBy(caller: Process, syscall: Syscall, a: i32, b: i32, c: i32): void {
  beginStep(caller.pid);
  actor = caller;
  make(syscall, caller, a, b, c);
  settle();
}

/** All that follows on the call. Where nothing was sent or woken, `make` has seen to the rest. */
function settle(): void {
  if (step.stirred == 0) return;
  for (let due = dueNow(); due != 0; due = dueNow()) settleOne(due);
  finishStep();
}
