import { CORES, JOB_STOPS, HARMLESS, STOPS, Signal, bit, has } from "./signal";
import { Effect, note, stir } from "./step";
import { News, OUTSIDE, Pid, Process, State, end, find, first } from "./process";
import { Question, ask, deviant, permitted } from "./question";
import { groupIsOrphaned } from "./orphan";
import { WAKES_ON_CONTINUE, WaitOption, WakesOnContinue, childEvent, restart } from "./wake";

// How a signal is sent: what it cancels at once, whether it is kept, and whom a stop or a continue
// is told. What it does to its target comes when the step settles.

export const enum BlockedIgnored { KEPT, DISCARDED }
export const BLOCKED_IGNORED = new Question("kill.blocked-and-ignored",
  "XSH 2.4.1 Signal Generation and Delivery",
  "What becomes of a signal that its target both blocks and ignores?", [
    permitted("kept", "It stays pending."),
    permitted("discarded", "It is discarded when it is sent."),
  ]);

export const enum StopCancels { ALWAYS, UNLESS_DROPPED }
export const STOP_CANCELS = new Question("kill.stop-cancels-continue",
  "XSH 2.4.1 Signal Generation and Delivery",
  "Does every stop signal cancel a pending SIGCONT?", [
    permitted("always", "It does, whatever the target does with the stop signal."),
    deviant("unless-dropped",
      "A stop signal that is itself without effect leaves a pending SIGCONT alone."),
  ]);

export const enum StoppedFatal { HELD, DIES }
export const STOPPED_FATAL = new Question("kill.fatal-to-stopped",
  "XSH 2.4.3 Signal Actions",
  "When does a stopped process die of a signal other than SIGKILL?", [
    permitted("held", "When it is continued."),
    deviant("dies", "At once."),
  ]);

export const enum ContinueRunning { NOTHING, REPORTED }
export const CONTINUE_RUNNING = new Question("kill.continue-of-running",
  "XSH waitpid DESCRIPTION WCONTINUED",
  "Is SIGCONT for a process that is not stopped reported to its parent?", [
    permitted("nothing", "There is nothing to report."),
    deviant("reported", "A wait with WCONTINUED reports it."),
  ]);

export const enum ContinueNotice { SENT, SENT_BY_CHILD, UNSENT }
export const CONTINUE_NOTICE = new Question("sigaction.sigchld-on-continue",
  "XSH sigaction DESCRIPTION SA_NOCLDSTOP",
  "Is the parent sent SIGCHLD when a stopped child goes on?", [
    permitted("sent", "It is, with the SIGCONT, unless it set SA_NOCLDSTOP."),
    permitted("sent-by-child",
      "The child sends it as soon as it runs, to the parent that it has then, unless that one set SA_NOCLDSTOP."),
    permitted("unsent", "It is not."),
  ]);

export const enum IgnoredNotice { SENT, UNSENT }
export const IGNORED_NOTICE = new Question("sigaction.ignored-sigchld",
  "XSH sigaction DESCRIPTION",
  "Is SIGCHLD sent to a parent that ignores and blocks it?", [
    permitted("sent", "It is, and stays pending where such a signal does."),
    permitted("unsent", "It is not: to ignore SIGCHLD is not to want it."),
  ]);

/** The target would do nothing if the signal reached it now. */
export function ignores(target: Process, signal: Signal): bool {
  return has(target.ignored, signal) || (has(HARMLESS, signal) && !has(target.caught, signal));
}

/** Its default action would be taken. */
function isDefault(target: Process, signal: Signal): bool {
  return !has(target.ignored | target.caught, signal);
}

/** Sends a signal. Whether the sender may is not asked here. */
export function generate(signal: Signal, target: Process): void {
  if (target == OUTSIDE) return;
  if (!target.lives) {
    note(Effect.DISCARDED, target.pid, signal);
    return;
  }
  const ignored = ignores(target, signal);
  // News of a child is mostly of no interest to its parent.
  if (signal == Signal.SIGCHLD && ignored && !has(target.blocked, signal)) return;
  note(Effect.GENERATED, target.pid, signal);
  if (has(STOPS, signal)) cancelContinue(signal, target, ignored);
  const continues = signal == Signal.SIGCONT && target.isStopped;
  if (signal == Signal.SIGCONT) goOn(target);
  if (!ignored || !isDropped(target, signal)) keep(target, signal);
  // One that has continued its target did have an effect.
  else if (!continues) note(Effect.DISCARDED, target.pid, signal);
}

/** Sends a signal to all members of a group. */
export function generateToGroup(signal: Signal, group: Pid): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.lives && p.group == group) generate(signal, p);
  }
}

/** A signal that its target ignores is gone, unless it is blocked; SIGCONT then always stays. */
function isDropped(target: Process, signal: Signal): bool {
  if (!has(target.blocked, signal)) return true;
  return signal != Signal.SIGCONT && ask(BLOCKED_IGNORED) == BlockedIgnored.DISCARDED;
}

function keep(target: Process, signal: Signal): void {
  const blocked = has(target.blocked, signal);
  if (target.isStopped && !blocked && has(STOPS, signal)) {
    note(Effect.DISCARDED, target.pid, signal);
    return;
  }
  target.raised &= target.pending;
  target.pending |= bit(signal);
  stir();
  if (blocked) note(Effect.PENDING, target.pid, signal);
  else if (target.isStopped && signal != Signal.SIGKILL) holdOrKill(target, signal);
  else if (target.doom == 0 && isFatal(target, signal) && !has(CORES, signal)) {
    target.doom = <u8>(signal + 1);
  }
}

function isFatal(target: Process, signal: Signal): bool {
  return isDefault(target, signal) && !has(STOPS | HARMLESS, signal);
}

/** What is to end a stopped process mostly waits until it goes on. */
function holdOrKill(target: Process, signal: Signal): void {
  if (isFatal(target, signal) && ask(STOPPED_FATAL) == StoppedFatal.DIES) release(target);
  else note(Effect.PENDING, target.pid, signal);
}

function cancelContinue(signal: Signal, target: Process, ignored: bool): void {
  if (!has(target.pending, Signal.SIGCONT)) return;
  const dropped = ignored || (has(JOB_STOPS, signal) && !has(target.blocked, signal)
    && isDefault(target, signal) && groupIsOrphaned(target));
  if (dropped && ask(STOP_CANCELS) == StopCancels.UNLESS_DROPPED) return;
  target.pending &= ~bit(Signal.SIGCONT);
  note(Effect.DISCARDED, target.pid, Signal.SIGCONT);
}

/** SIGCONT was sent: pending stops are void, and the process runs again if it was stopped. */
function goOn(target: Process): void {
  for (let stops = target.pending & STOPS; stops != 0; stops &= stops - 1) {
    note(Effect.DISCARDED, target.pid, <Signal>ctz(stops));
  }
  target.pending &= ~STOPS;
  if (target.isStopped) {
    release(target);
    note(Effect.CONTINUED, target.pid);
    tellContinued(target);
  } else if (!has(target.ignored, Signal.SIGCONT)
    && ask(CONTINUE_RUNNING) == ContinueRunning.REPORTED) {
    target.news = News.CONTINUED;
  }
}

/** The process is no longer stopped; a call that has not returned goes on. */
function release(target: Process): void {
  target.state = target.asleep ? State.BLOCKED : State.RUNNING;
  target.stopSignal = 0;
  restart(target);
  stir();
}

/** The parent is sent SIGCHLD, if it is not one that ignores it. */
export function notify(parent: Process): void {
  if (has(parent.ignored, Signal.SIGCHLD) && (!has(parent.blocked, Signal.SIGCHLD)
    || ask(IGNORED_NOTICE) == IgnoredNotice.UNSENT)) return;
  generate(Signal.SIGCHLD, parent);
}

function tellContinued(child: Process): void {
  child.news = News.CONTINUED;
  const notice = ask(CONTINUE_NOTICE);
  if (notice == ContinueNotice.SENT_BY_CHILD) {
    child.owesNotice = true;
    stir();
    return;
  }
  announceContinued(child, notice == ContinueNotice.SENT);
}

/** The process, which was continued, runs again and tells its parent. */
export function payNotice(child: Process): void {
  child.owesNotice = false;
  announceContinued(child, true);
}

function announceContinued(child: Process, withSignal: bool): void {
  const parent = find(child.parent);
  if (withSignal && !parent.noChildStops) notify(parent);
  if (ask(WAKES_ON_CONTINUE) == WakesOnContinue.WAKES) {
    childEvent(parent, child, WaitOption.CONTINUED);
  }
}

/** The default action of a stop signal. */
export function stop(process: Process, signal: Signal): void {
  process.state = State.STOPPED;
  process.stopSignal = <u8>signal;
  process.wasStopped = process.asleep;
  process.news = News.STOPPED;
  note(Effect.STOPPED, process.pid, signal);
  const parent = find(process.parent);
  if (!parent.noChildStops) notify(parent);
  childEvent(parent, process, WaitOption.UNTRACED);
}
