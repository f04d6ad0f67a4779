import { choose } from "./choice";
import { ignores } from "./deliver";
import { NOBODY, Process, State, end, find, first } from "./process";
import { deliverable, run } from "./run";
import { STOPS, Signal, Signals, bit, has, lowest } from "./signal";
import { Outcome, answer, step } from "./step";
import { keepDue } from "./unfinished";

// What follows on a call: signals take effect, and calls that had not returned do. Which process
// goes first is the scheduler's choice, on every kernel.

/** The process has something to do before the step is over. */
function isDue(process: Process): bool {
  if (process.isExiting || process.owesNotice) return true;
  if ((process.pending | process.entered) == 0 && !process.woken && process.due == 0) return false;
  if (!process.lives) return false;
  if (has(process.pending, Signal.SIGKILL)) return true;
  if (process.isStopped) return false;
  return deliverable(process) != 0 || process.due != 0 || process.entered != 0 || process.woken;
}

/** One of the processes that have something left to do does it. There must be one. */
export function settleOne(due: i32): void {
  const alone = due == 1 ? nthDue(0) : firstIndependent();
  run(alone != NOBODY ? alone : nthDue(choose(due)));
}

/** How many processes have something left to do. */
export function countDue(): i32 {
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
  if (process.isExiting) return nobodyWatches(process);
  if (hearsHangups(process)) return false;
  if (process.owesNotice) return isDeaf(find(process.parent));
  const set = deliverable(process);
  if (process.asleep) return process.inWait && set == 0 && dueChildren(process) == 0;
  if ((set & ~process.caught) == 0) return !process.isStopped;
  return diesAt(process, set) && nobodyWatches(process);
}

/** It does not notice what its children tell, and nothing that it does makes another their parent. */
function isDeaf(parent: Process): bool {
  if (isDue(parent) || parent.inWait) return false;
  return !has(parent.caught, Signal.SIGCHLD) || has(parent.blocked, Signal.SIGCHLD);
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

/** What the signals for the caller do comes before its call returns, which is over or sleeps. */
export function holdCaller(caller: Process, syscall: u8): void {
  if (!caller.lives || deliverable(caller) == 0 || caller.isStopped || caller.asleep) return;
  caller.asleep = true;
  caller.state = State.BLOCKED;
  caller.sleepsIn = syscall;
  keepDue(caller, answer);
  step.outcome = Outcome.BLOCKED;
}

/** The step is over: nobody has looked at anything in the next one. */
export function endLooks(): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) p.looks = 0;
}
