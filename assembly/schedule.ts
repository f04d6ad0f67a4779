import { again } from "./again";
import { choose } from "./choice";
import { endSuspension, resuspend } from "./calls/mask";
import { groupIsOrphaned } from "./orphan";
import { ignores, stop } from "./deliver";
import { die } from "./kernel";
import { NOBODY, Process, State, Status, end, find, first } from "./process";
import { Question, ask, permitted } from "./question";
import { FAULTS, JOB_STOPS, STOPS, Signal, Signals, bit, has, lowest } from "./signal";
import { Answer, Completion, Effect, Outcome, answer, note, noteResumed, step } from "./step";
import { Syscall } from "./syscall";
import { Errno } from "./errno";
import { awaken } from "./wake";

// What follows on a call: signals take effect, and calls that had not returned do. Which process
// goes first is the scheduler's choice, on every kernel.

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

/** A process looks again at most so often in a step: a handler that restarts its call may go on. */
const LOOKS_MAX: u8 = 3;

/** The signals that have an effect as soon as the process runs. */
function deliverable(process: Process): Signals { return process.pending & ~process.blocked; }

/** The process has something to do before the step is over. */
function isDue(process: Process): bool {
  if (!process.lives) return false;
  if (has(process.pending, Signal.SIGKILL)) return true;
  if (process.isStopped) return false;
  return deliverable(process) != 0 || process.due != 0 || process.woken;
}

/** Somebody has something left to do. */
export function anybodyIsDue(): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) if (isDue(p)) return true;
  return false;
}

/** One process does what it has to. */
export function settleOne(): void {
  const alone = firstIndependent();
  run(alone != NOBODY ? alone : nthDue(choose(countDue())));
}

function countDue(): i32 {
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) if (isDue(p)) count++;
  return count;
}

function nthDue(n: i32): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (isDue(p) && n-- == 0) return p;
  }
  return NOBODY;
}

/** A process that does something nobody else can notice goes first, so that fewer orders remain. */
function firstIndependent(): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (isDue(p) && isIndependent(p)) return p;
  }
  return NOBODY;
}

/** It only runs handlers, or it dies or hears of a death with nothing depending on when. */
function isIndependent(process: Process): bool {
  if (hearsHangups(process)) return false;
  const set = deliverable(process);
  if (process.asleep) return process.inWait && set == 0 && dueChildren(process) == 0;
  if ((set & ~process.caught) == 0) return !process.isStopped;
  return diesAt(process, set) && nobodyWatches(process);
}

/** What others do in this step may be a hangup for it. */
function hearsHangups(process: Process): bool {
  const leader = find(process.session);
  return (leader.terminal != 0 || leader.oldForeground != 0) && countDue() > 1;
}

/** The process dies of one of the signals, whatever the others are. */
function diesAt(process: Process, set: Signals): bool {
  if (has(set, Signal.SIGKILL)) return true;
  const fatal = set & ~(process.caught | process.ignored | STOPS);
  return set == bit(lowest(set)) && fatal == set && !ignores(process, lowest(set));
}

/** No relative of the process can tell when in this step it dies. */
function nobodyWatches(process: Process): bool {
  if (process.leadsSession) return false;
  const parent = find(process.parent);
  if (parent.noZombies || isDue(parent)) return false;
  if (parent.asleep && !(parent.inWait && dueChildren(parent) == 1)) return false;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(process) || (p.group == process.group && p.isStopped)) return false;
  }
  return true;
}

function dueChildren(parent: Process): i32 {
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(parent) && isDue(p)) count++;
  }
  return count;
}

/** The caller's call is over or sleeps; what the signals for it do comes before it returns. */
export function runCaller(caller: Process, syscall: u8): void {
  if (!caller.lives || deliverable(caller) == 0 || caller.isStopped) return;
  if (!caller.asleep) {
    caller.asleep = true;
    caller.state = State.BLOCKED;
    caller.sleepsIn = syscall;
    keepDue(caller, answer);
    step.outcome = Outcome.BLOCKED;
  }
  run(caller);
}

function run(process: Process): void {
  if (has(process.pending, Signal.SIGKILL)) {
    die(process, Status.KILLED, Signal.SIGKILL);
    return;
  }
  if (process.woken && process.due == 0 && !overhears(process)) lookAgain(process);
  let interrupted: bool = false;
  while (process.lives && !process.isStopped) {
    const set = deliverable(process);
    if (set == 0) break;
    interrupted = deliver(process, pick(process, set), interrupted);
  }
  if (!process.lives || process.state != State.BLOCKED) return;
  if (process.due != 0) finish(process);
  else if (process.sleepsIn == <u8>Syscall.SIGSUSPEND) resuspend(process);
}

/** A signal keeps a process from trying its call again first. */
function overhears(process: Process): bool {
  if (process.held || process.wasStopped) return deliverable(process) != 0;
  if (!process.inWait || (deliverable(process) & process.caught) == 0) return false;
  return ask(NEWS_WITH_SIGNAL) == NewsWithSignal.EITHER && choose(2) == 1;
}

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
    runHandler(process, signal);
    return true;
  }
  if (ignores(process, signal)) note(Effect.DISCARDED, process.pid, signal);
  else if (!has(STOPS, signal)) die(process, Status.KILLED, signal);
  else if (has(JOB_STOPS, signal) && groupIsOrphaned(process)) {
    note(Effect.DISCARDED, process.pid, signal);
    process.woken = process.asleep;
  } else stop(process, signal);
  return interrupted;
}

function runHandler(process: Process, signal: Signal): void {
  note(Effect.CAUGHT, process.pid, signal);
  if (!has(process.resets, signal)) return;
  const one = bit(signal);
  process.caught &= ~one;
  process.resets &= ~one;
  process.restarts &= ~one;
}

/** A handler ran while the call had not returned: the call fails, or begins again. */
function interrupt(process: Process, signal: Signal): void {
  const waitsForSignal = process.sleepsIn == <u8>Syscall.PAUSE
    || process.sleepsIn == <u8>Syscall.SIGSUSPEND;
  if (waitsForSignal || !has(process.restarts, signal)) dueError(process, Errno.EINTR);
  else process.woken = true;
}

function dueError(process: Process, errno: Errno): void {
  process.due = <u8>Completion.REFUSED + 1;
  process.dueErrno = <u8>errno;
  process.dueRules = 0;
}

// --- calls that have not returned ----------------------------------------------------------------

const actors = changetype<Answer>(memory.data(64, 8));

/** The call is tried again from its arguments. */
function lookAgain(process: Process): void {
  process.woken = process.wasStopped = false;
  if (process.looks == LOOKS_MAX) return;
  process.looks++;
  const outcome = step.outcome;
  actors.copy(answer);
  process.asleep = false;
  process.state = State.RUNNING;
  again(process);
  if (!process.asleep) {
    process.asleep = true;
    process.state = State.BLOCKED;
    keepDue(process, answer);
  }
  step.outcome = outcome;
  answer.copy(actors);
}

/** The answer waits until the process runs. */
function keepDue(process: Process, from: Answer): void {
  process.due = <u8>from.completion + 1;
  process.dueValue = from.value;
  process.dueKind = from.statusKind;
  process.dueCode = <u8>from.statusCode;
  process.dueErrno = <u8>from.errno;
  process.dueRules = from.ruleCount > 0 ? 1 : 0;
  process.dueRule = from.rule(0);
}

/** The call returns: in the caller's own step as its answer, else as one that was late. */
function finish(process: Process): void {
  const own = step.outcome == Outcome.BLOCKED && process.pid == step.actor;
  const to = own ? answer : noteResumed(process.pid);
  if (own) step.outcome = Outcome.COMPLETED;
  to.fill(<Completion>(process.due - 1), process.dueValue, process.dueKind, process.dueCode,
    <Errno>process.dueErrno);
  if (process.dueRules != 0) to.addRule(process.dueRule);
  if (process.sleepsIn == <u8>Syscall.SIGSUSPEND) endSuspension(process);
  process.state = State.RUNNING;
  awaken(process);
}

/** The step is over: nobody has looked at anything in the next one. */
export function endLooks(): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) p.looks = 0;
}
