import { choose } from "../choice";
import { Errno } from "../errno";
import { Answer, Outcome, answer, noteResumed, step } from "../step";
import { reap, selects } from "../kernel";
import { NOBODY, Pid, Process, State, end, first } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";

/** The bits of `types.wait-options`. */
export const enum WaitOption { NOHANG = 1, UNTRACED = 2, CONTINUED = 4, UNKNOWN = 8 }

export const enum ChildOrder { OLDEST, NEWEST, ANY }
export const CHILD_ORDER = new Question("waitpid.order", "XSH wait DESCRIPTION",
  "Which child is reported when several could be?", [
    permitted("oldest", "The one that has been this process's child the longest."),
    permitted("newest", "The one that became its child last."),
    permitted("any", "Any of them."),
  ]);

/** waitpid(selector, options), and wait() as waitpid(-1, 0). */
export class Waitpid {
  caller: Process = NOBODY;
  /** As it was passed. */
  raw: Pid = 0;
  /** With 0 resolved to the caller's group at the time of the call. */
  selector: Pid = 0;
  options: i32 = 0;
}
const call = new Waitpid();

export const INVALID_OPTIONS = new Rule<Waitpid>("waitpid.invalid-options", Errno.EINVAL,
  "XSH wait ERRORS EINVAL",
  "Only the options that are defined may be given.",
  (c) => (c.options & WaitOption.UNKNOWN) != 0);

export const PID_INT_MIN = new Rule<Waitpid>("waitpid.pid-int-min", Errno.EINVAL,
  "XSH wait ERRORS EINVAL",
  "A kernel may refuse the one negative number that has no positive counterpart.",
  (c) => c.raw == i32.MIN_VALUE);

export const NO_CHILD = new Rule<Waitpid>("waitpid.no-child", Errno.ECHILD,
  "XSH wait ERRORS ECHILD",
  "There must be a child to wait for, alive or not yet reaped.",
  (c) => countOf(c.caller, c.selector, false) == 0);

/** The children the selector names; only those with something to report, if `ready`. */
function countOf(parent: Process, selector: Pid, ready: bool): i32 {
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(parent) && selects(selector, p) && (!ready || p.isZombie)) count++;
  }
  return count;
}

/** The n-th oldest of the children that are ready. */
function nthReady(parent: Process, selector: Pid, n: i32): Process {
  let best = NOBODY;
  let after: i32 = -1;
  for (let round = 0; round <= n; round++) {
    best = NOBODY;
    for (let p = first(), stop = end(); p != stop; p = p.next) {
      if (!p.isZombie || !p.isChildOf(parent) || !selects(selector, p)
        || <i32>p.place <= after) continue;
      if (best == NOBODY || p.place < best.place) best = p;
    }
    after = best.place;
  }
  return best;
}

/** Reaps a child that is ready and writes its report; false if none is. */
function report(parent: Process, selector: Pid, to: Answer): bool {
  const count = countOf(parent, selector, true);
  if (count == 0) return false;
  const child = nthReady(parent, selector, count == 1 ? 0 : pick(count));
  to.reports(child.pid, child.statusKind, child.statusCode);
  reap(child, parent);
  return true;
}

function pick(count: i32): i32 {
  const order = ask(CHILD_ORDER);
  return order == ChildOrder.OLDEST ? 0 : order == ChildOrder.NEWEST ? count - 1 : choose(count);
}

function fill(caller: Process, raw: Pid, selector: Pid, options: i32): void {
  call.caller = caller;
  call.raw = raw;
  call.selector = selector;
  call.options = options;
}

/** `syscall` is the case of `types.syscall` that a blocked caller sleeps in. */
export function waitpid(caller: Process, pid: Pid, options: i32, syscall: u8): void {
  fill(caller, pid, pid == 0 ? -caller.group : pid, options);
  if (orderOf(Call.WAITPID).refuses<Waitpid>(call)) return;
  if (report(caller, call.selector, answer)) return;
  if (options & WaitOption.NOHANG) {
    answer.returns(0);
    return;
  }
  caller.state = State.BLOCKED;
  caller.selector = call.selector;
  caller.sleepsIn = syscall;
  step.outcome = Outcome.BLOCKED;
}

/** A process sleeps in waitpid and could be told of a child. */
export function hasReady(waiter: Process): bool {
  return waiter.state == State.BLOCKED && countOf(waiter, waiter.selector, true) > 0;
}

const unseen = changetype<Answer>(memory.data(64, 8));
/** Reaps a child for a process that will not live to say so. */
export function reapUnseen(waiter: Process): void { report(waiter, waiter.selector, unseen); }

/**
 * A process that sleeps in waitpid looks at its children again: it returns, or goes on sleeping.
 */
export function waitAgain(waiter: Process): void {
  waiter.woken = false;
  const selector = waiter.selector;
  const matching = countOf(waiter, selector, false);
  if (matching > 0 && countOf(waiter, selector, true) == 0) return;
  const late = noteResumed(waiter.pid);
  waiter.state = State.RUNNING;
  waiter.selector = 0;
  waiter.sleepsIn = 0;
  if (report(waiter, selector, late)) return;
  late.refuses(Errno.ECHILD);
  late.addRule(NO_CHILD.index);
}
