import { choose } from "../choice";
import { reap } from "../kernel";
import { NOBODY, News, Pid, Process, Status, end, first } from "../process";
import { Question, ask, deviant, permitted } from "../question";
import { Signal, bit, has } from "../signal";
import { Answer, touch } from "../step";
import { OWN_GROUP, WaitOption, isReady, matches, sleep } from "../wake";

// What wait, waitpid and waitid have in common: which children match, what one has to report, and
// what reporting it changes.

export const enum ChildOrder { OLDEST, NEWEST, ANY }
export const CHILD_ORDER = new Question("waitpid.order", "XSH wait DESCRIPTION",
  "Which child is reported when several could be?", [
    permitted("oldest", "The one that has been this process's child the longest."),
    permitted("newest", "The one that became its child last."),
    permitted("any", "Any of them."),
  ]);

export const enum AfterWait { CLEARED, KEPT }
export const AFTER_WAIT = new Question("waitpid.pending-sigchld", "XSH wait DESCRIPTION",
  "Is a blocked, pending SIGCHLD cleared when a wait has reported the last child there was news of?",
  [
    permitted("cleared", "It is."),
    deviant("kept", "It stays pending."),
  ]);

/** There is a child to wait for. */
export function anyMatches(parent: Process, selector: Pid, options: i32): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (matches(parent, selector, options, p)) return true;
  }
  return false;
}

function countReady(parent: Process, selector: Pid, options: i32): i32 {
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (matches(parent, selector, options, p) && isReady(p, options)) count++;
  }
  return count;
}

/** The n-th oldest of the children that are ready. */
function nthReady(parent: Process, selector: Pid, options: i32, n: i32): Process {
  let best = NOBODY;
  let after: i32 = -1;
  for (let round = 0; round <= n; round++) {
    best = NOBODY;
    for (let p = first(), stop = end(); p != stop; p = p.next) {
      if (!matches(parent, selector, options, p) || !isReady(p, options)
        || <i32>p.place <= after) continue;
      if (best == NOBODY || p.place < best.place) best = p;
    }
    after = best.place;
  }
  return best;
}

function pick(count: i32): i32 {
  const order = ask(CHILD_ORDER);
  return order == ChildOrder.OLDEST ? 0 : order == ChildOrder.NEWEST ? count - 1 : choose(count);
}

/**
 * The caller sleeps until one of these children has something to report. `inOwnGroup`: it asked for
 * those in its own group, or did when the call began.
 */
export function sleepUntilNews(caller: Process, selector: Pid, options: i32,
  inOwnGroup: bool): void {
  sleep(caller, selector, options, inOwnGroup || caller.c == OWN_GROUP ? OWN_GROUP : 0);
  caller.inWait = true;
}

/** Writes the report of a child that is ready; false if none is. */
export function report(parent: Process, selector: Pid, options: i32, to: Answer): bool {
  const count = countReady(parent, selector, options);
  if (count == 0) return false;
  const child = nthReady(parent, selector, options, count == 1 ? 0 : pick(count));
  write(child, to);
  if ((options & WaitOption.NOWAIT) != 0) return true;
  if (child.isZombie) reap(child, parent);
  else child.news = News.NONE;
  touch(child.pid);
  clearNotice(parent);
  return true;
}

function write(child: Process, to: Answer): void {
  if (child.isZombie) to.reports(child.pid, child.statusKind, child.statusCode);
  else if (child.news == News.STOPPED) to.reports(child.pid, Status.STOPPED, child.stopSignal);
  else to.reports(child.pid, Status.CONTINUED, 0);
}

/** A SIGCHLD that stands for news already told means nothing any more. */
function clearNotice(parent: Process): void {
  if (!has(parent.pending & parent.blocked, Signal.SIGCHLD) || anyNews(parent)) return;
  if (ask(AFTER_WAIT) != AfterWait.CLEARED) return;
  parent.pending &= ~bit(Signal.SIGCHLD);
  touch(parent.pid);
}

function anyNews(parent: Process): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(parent) && (p.isZombie || p.news != News.NONE)) return true;
  }
  return false;
}
