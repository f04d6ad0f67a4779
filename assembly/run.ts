import { comesBeforeItsMask, endSuspension, resuspend } from "./calls/mask";
import { choose } from "./choice";
import { ignores, payNotice, stop } from "./deliver";
import { Errno } from "./errno";
import { die, partFromRelatives } from "./kernel";
import { groupIsOrphaned } from "./orphan";
import { Process, State, Status } from "./process";
import { Question, ask, permitted } from "./question";
import { FAULTS, JOB_STOPS, STOPS, Signal, Signals, bit, has, lowest } from "./signal";
import { Effect, note, touch } from "./step";
import { Syscall } from "./syscall";
import { readsInTurn } from "./terminal";
import { dueError, finish, lookAgain } from "./unfinished";
import { LooksAgain, notice, restart } from "./wake";

// What one process does before it runs its program again: its signals take effect, and its call
// returns or is tried again.

export const enum PendingOrder { LOWEST_FIRST, ANY }
export const PENDING_ORDER = new Question("kill.pending-order",
  "XSH 2.4.1 Signal Generation and Delivery",
  "In which order do several signals arrive that a process stops blocking at once?", [
    permitted("lowest-first",
      "First what the process raised itself, then what means a fault, then by their numbers."),
    permitted("any", "In any order."),
  ]);

export const enum NewsWithSignal { REPORTED, EITHER }
export const NEWS_WITH_SIGNAL = new Question("waitpid.news-with-signal", "XSH wait ERRORS EINTR",
  "What does a wait give when a child has news and a caught signal has come as well?", [
    permitted("reported", "The news."),
    permitted("either", "The news, or EINTR."),
  ]);

export const enum FatalDecided { WHEN_SENT, WHEN_TAKEN }
export const FATAL_DECIDED = new Question("kill.fatal-decided",
  "XSH 2.4.1 Signal Generation and Delivery",
  "When is it decided which of several fatal signals a running process dies of?", [
    permitted("when-sent", "With the first that is sent, unless that one is to leave a core file."),
    permitted("when-taken", "When the process takes one of them."),
  ]);

export const enum HandlersRun { LAST, ANY }
export const HANDLERS_RUN = new Question("kill.handlers-run",
  "XSH 2.4.1 Signal Generation and Delivery",
  "When does a handler run whose process has other signals to take as well?", [
    permitted("last", "When the process has taken all of them: one that stops it comes before."),
    permitted("any", "At once, or when the process has taken all of them."),
  ]);

/** The signals that have an effect as soon as the process runs. */
export function deliverable(process: Process): Signals {
  return process.pending & ~process.blocked;
}

/** One process does what it has to. */
export function run(process: Process): void {
  touch(process.pid);
  if (process.isExiting) {
    partFromRelatives(process);
    return;
  }
  if (process.owesNotice) {
    payNotice(process);
    return;
  }
  if (process.asleep && deliverable(process) != 0) rouse(process);
  if (!process.isStopped && process.woken && process.due == 0 && !overhears(process)) {
    lookAgain(process);
  }
  if (isDoomed(process)) {
    die(process, Status.KILLED, process.doom - 1);
    return;
  }
  if (has(process.pending, Signal.SIGKILL)) {
    die(process, Status.KILLED, Signal.SIGKILL);
    return;
  }
  // What a handler decided that has not run yet, for its process was stopped before, stays so.
  let interrupted: bool = process.entered != 0;
  while (process.lives && !process.isStopped) {
    const set = deliverable(process);
    if (set == 0) break;
    interrupted = deliver(process, pick(process, set), interrupted);
  }
  if (!process.lives || process.isStopped) return;
  runHandlers(process);
  if (process.state != State.BLOCKED) return;
  if (process.due != 0) comeBack(process);
  else if (process.sleepsIn == <u8>Syscall.SIGSUSPEND) resuspend(process);
}

/** The call is over: the process goes on, unless the mask that it has now lets in more signals. */
function comeBack(process: Process): void {
  if (process.sleepsIn == <u8>Syscall.SIGSUSPEND) endSuspension(process);
  if (deliverable(process) == 0) finish(process);
}

/** It is decided what the process dies of, whatever else was sent to it. */
function isDoomed(process: Process): bool {
  if (process.doom == 0) return false;
  const only = deliverable(process) == bit(<Signal>(process.doom - 1));
  return only || ask(FATAL_DECIDED) == FatalDecided.WHEN_SENT;
}

/** A signal may make a wait look again, which notices what it has overlooked so far. */
function rouse(process: Process): void {
  if (!process.inWait || process.isStopped || process.due != 0) return;
  if (prefersNews()) notice(process, LooksAgain.MATCHING_EVENT);
}

/**
 * A signal keeps a process from trying its call again first. Who reads behind another reader waits
 * for him on Linux, and a signal may end that before a hangup is seen.
 */
function overhears(process: Process): bool {
  if (process.held || process.wasStopped) return deliverable(process) != 0;
  if ((deliverable(process) & process.caught) == 0) return false;
  if (process.inWait ? prefersNews() : !readsInTurn(process)) return false;
  return choose(2) == 1;
}

function prefersNews(): bool { return ask(NEWS_WITH_SIGNAL) == NewsWithSignal.REPORTED; }

function pick(process: Process, set: Signals): Signal {
  if ((set & ~process.caught) == 0 || popcnt(set) == 1) return lowest(set);
  if (ask(PENDING_ORDER) == PendingOrder.LOWEST_FIRST) {
    if ((set & process.raised) != 0) set &= process.raised;
    return lowest((set & FAULTS) != 0 ? set & FAULTS : set);
  }
  for (let n = choose(<i32>popcnt(set)); n > 0; n--) set &= set - 1;
  return lowest(set);
}

/** The signal has its effect. True if a handler has decided how the interrupted call ends. */
function deliver(process: Process, signal: Signal, interrupted: bool): bool {
  process.pending &= ~bit(signal);
  process.raised &= process.pending;
  if (has(process.caught, signal)) {
    if (process.asleep && process.due == 0 && !interrupted) interrupt(process, signal);
    enterHandler(process, signal);
    return true;
  }
  if (ignores(process, signal)) note(Effect.DISCARDED, process.pid, signal);
  else if (!has(STOPS, signal)) die(process, Status.KILLED, signal);
  else if (has(JOB_STOPS, signal) && groupIsOrphaned(process)) {
    note(Effect.DISCARDED, process.pid, signal);
    restart(process);
  } else stop(process, signal);
  return interrupted;
}

/** The handler will run, at once or when the process has taken its other signals. */
function enterHandler(process: Process, signal: Signal): void {
  process.entered |= bit(signal);
  const others = deliverable(process) & ~process.caught;
  if (others != 0 && ask(HANDLERS_RUN) == HandlersRun.ANY && choose(2) == 0) runHandlers(process);
  if (!has(process.resets, signal)) return;
  const one = bit(signal);
  process.caught &= ~one;
  process.resets &= ~one;
  process.restarts &= ~one;
}

function runHandlers(process: Process): void {
  for (let set = process.entered; set != 0; set &= set - 1) {
    note(Effect.CAUGHT, process.pid, lowest(set));
  }
  process.entered = 0;
}

/** A handler ran while the call had not returned: the call fails, or begins again. */
function interrupt(process: Process, signal: Signal): void {
  if (comesBeforeItsMask(process)) return;
  const waitsForSignal = process.sleepsIn == <u8>Syscall.PAUSE
    || process.sleepsIn == <u8>Syscall.SIGSUSPEND;
  if (waitsForSignal || !has(process.restarts, signal)) dueError(process, Errno.EINTR);
  else restart(process);
}
