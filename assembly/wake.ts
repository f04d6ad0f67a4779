import { News, Pid, Process, State, Status, end, find, first } from "./process";
import { Question, ask, deviant, permitted } from "./question";
import { Effect, Outcome, note, step, stir, touch } from "./step";

// Who sleeps in a call, and what makes a sleeper look again whether it can return.

/** The bits of `types.wait-options`. */
export const enum WaitOption {
  NOHANG = 1, UNTRACED = 2, CONTINUED = 4, UNKNOWN = 8, EXITED = 16, NOWAIT = 32,
}

export const enum LooksAgain { ANY_CHANGE, CHILD_EVENT, MATCHING_EVENT }
export const LOOKS_AGAIN = new Question("waitpid.looks-again", "XSH wait ERRORS ECHILD",
  "When does a process that sleeps in waitpid notice what no child that it waits for tells it?", [
    permitted("any-change",
      "At once, also that the last matching child merely left the group waited for."),
    permitted("child-event", "The next time any of its children dies, stops or goes on."),
    deviant("matching-event",
      "Only when a child that has come to match since then does, so perhaps never."),
  ]);

export const enum WakesOnContinue { WAKES, SLEEPS_ON }
export const WAKES_ON_CONTINUE = new Question("waitpid.wakes-on-continue",
  "XSH waitpid DESCRIPTION WCONTINUED",
  "Does a child that goes on wake a parent that sleeps in a wait with WCONTINUED?", [
    permitted("wakes", "It does, and the wait returns."),
    deviant("sleeps-on", "It does not: the parent notices the next time that it looks."),
  ]);

/** The caller's call does not return now. With these arguments it can go on later. */
export function sleep(caller: Process, a: i32, b: i32, c: i32): void {
  caller.asleep = true;
  caller.state = State.BLOCKED;
  caller.a = a;
  caller.b = b;
  caller.c = c;
  touch(caller.pid);
  step.outcome = Outcome.BLOCKED;
}

/** A process that sleeps in a call looks again whether it can return; a stopped one, later. */
export function wake(process: Process): void {
  if (process.woken || !process.asleep) return;
  process.woken = true;
  stir();
  note(Effect.WOKEN, process.pid);
}

/** Of a wait that sleeps, its third argument: it was asked for children in the caller's group. */
export const OWN_GROUP: i32 = 1;

/**
 * A signal has ended the sleep, or a stop has: the call begins anew from its arguments. A wait for
 * the caller's own group then looks again which that is.
 */
export function restart(process: Process): void {
  process.woken = process.asleep;
  if (waits(process) && process.c == OWN_GROUP) process.a = -process.group;
}

/** `waitpid`'s first argument, with 0 resolved, names this child. */
export function selects(selector: Pid, child: Process): bool {
  if (selector > 0) return child.pid == selector;
  return selector == -1 || child.group == -selector;
}

/** The process sleeps in a wait of some kind. */
export function waits(process: Process): bool { return process.asleep && process.inWait; }

/** The process sleeps in a wait that this child matches. */
export function waitsFor(waiter: Process, child: Process): bool {
  return waits(waiter) && child.isChildOf(waiter) && selects(waiter.a, child);
}

/** A child of the process that the selector names; a zombie counts if its end is asked for. */
export function matches(parent: Process, selector: Pid, options: i32, child: Process): bool {
  return child.isChildOf(parent) && selects(selector, child)
    && (!child.isZombie || (options & WaitOption.EXITED) != 0);
}

/** What the child has to report is asked for. */
export function isReady(child: Process, options: i32): bool {
  if (child.isZombie) return (options & WaitOption.EXITED) != 0;
  if (child.news == News.STOPPED) return (options & WaitOption.UNTRACED) != 0 && child.isStopped;
  return child.news == News.CONTINUED && (options & WaitOption.CONTINUED) != 0;
}

/** A child has died, stopped or gone on; `option` is what a waiter must have asked for. */
export function childEvent(parent: Process, child: Process, option: WaitOption): void {
  if (!waits(parent)) return;
  if (!waitsFor(parent, child)) notice(parent, LooksAgain.CHILD_EVENT);
  else if ((parent.b & option) != 0) wake(parent);
  else notice(parent, LooksAgain.MATCHING_EVENT); // nothing may be left to wait for
}

/** A child has changed its group. */
export function childMoved(child: Process): void {
  const parent = find(child.parent);
  if (waits(parent)) notice(parent, LooksAgain.ANY_CHANGE);
}

/** After a change of this kind or of a rarer one the waiter looks again, if it would return. */
export function notice(waiter: Process, change: LooksAgain): void {
  if (wouldReturn(waiter) && ask(LOOKS_AGAIN) <= change) wake(waiter);
}

/** Nothing is left to wait for, or a child has something to report. */
function wouldReturn(waiter: Process): bool {
  let matching = false;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (!matches(waiter, waiter.a, waiter.b, p)) continue;
    if (isReady(p, waiter.b)) return true;
    matching = true;
  }
  return !matching;
}

/** The call has returned, or never will: nothing of it is left. */
export function awaken(process: Process): void {
  process.due = process.dueCode = process.dueErrno = process.dueRules = process.dueRule = 0;
  process.dueValue = 0;
  process.dueKind = Status.EXITED;
  process.asleep = process.woken = process.held = process.inWait = process.wasStopped = false;
  process.a = process.b = process.c = 0;
  process.sleepsIn = 0;
}
