import { Effect, note } from "./step";
import {
  INIT_PID, NOBODY, OUTSIDE, PID_MAX, Pid, Process, State, Status,
  end, find, first, freeSlot, header, ownerOfThread, release,
} from "./process";
import { Question, ask, deviant, permitted } from "./question";
import { groupExists, sessionExists } from "./session";

export const enum SessionId { AVOIDED, REUSED }
export const SESSION_ID = new Question("fork.session-id", "XSH fork DESCRIPTION",
  "Is a number that is still the ID of a session kept from new processes, as the ID of a group is?", [
    permitted("avoided", "A new process never gets the ID of a session that has members."),
    permitted("reused",
      "Only processes and groups keep their numbers; a session whose leader is gone does not."),
  ]);

export const enum ZombieChildren { HANDED_ON, REAPED }
export const ZOMBIE_CHILDREN = new Question("exit.zombie-children", "XSH _Exit DESCRIPTION",
  "What becomes of the zombie children of a process that dies?", [
    permitted("handed-on",
      "They go to the new parent like the living ones, and it can wait for them."),
    deviant("reaped", "The kernel reaps them at once, and nobody learns how they ended."),
  ]);

export const enum NewParent { SUBREAPER, SYSTEM }
export const NEW_PARENT = new Question("exit.new-parent", "XSH _Exit DESCRIPTION",
  "To whom do the children of a process that dies go?", [
    permitted("subreaper",
      "To the nearest living ancestor that asked for orphans, else to the system's first process."),
    permitted("system", "Always to the system's first process."),
  ]);

/**
 * A number that names no process, thread or group, and no session where the kernel avoids those.
 */
function isFree(pid: Pid): bool {
  if (pid <= INIT_PID || find(pid).exists) return false;
  if (ownerOfThread(pid).exists || groupExists(pid)) return false;
  return !sessionExists(pid) || ask(SESSION_ID) == SessionId.REUSED;
}

/**
 * The next free number from where the last search ended. There are more numbers than slots, so
 * there is one.
 */
export function takePid(): Pid {
  let pid = header.nextPid;
  while (!isFree(pid)) pid = pid >= PID_MAX ? INIT_PID + 1 : pid + 1;
  header.nextPid = pid >= PID_MAX ? INIT_PID + 1 : pid + 1;
  return pid;
}

/** A copy of the process with a number of its own, or NOBODY if the table is full. */
export function spawn(parent: Process): Process {
  const child = freeSlot();
  if (child == NOBODY) return NOBODY;
  const pid = takePid();
  child.pid = pid;
  child.group = parent.group;
  child.session = parent.session;
  child.state = State.RUNNING;
  adoptChild(parent, child);
  note(Effect.FORKED, parent.pid, pid);
  return child;
}

/** Puts the process at the end of its new parent's children. */
function adoptChild(parent: Process, child: Process): void {
  child.parent = parent.pid;
  let place: u16 = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(parent) && p != child) place++;
  }
  child.place = place;
}

/** Closes the gap that a child leaves among its siblings. */
function leaveSiblings(child: Process): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.parent == child.parent && p.place > child.place) p.place--;
  }
}

/** Ends the lifetime of a zombie: its number, its place in its group and its session are gone. */
export function reap(zombie: Process, by: Process): void {
  note(Effect.REAPED, zombie.pid, by.pid);
  leaveSiblings(zombie);
  release(zombie);
}

/**
 * The process becomes a zombie, or is gone at once if nobody in the trace is its parent. Its
 * children move on.
 */
export function die(process: Process, kind: Status, code: i32): void {
  note(Effect.DIED, process.pid, kind, code);
  process.state = State.ZOMBIE;
  process.statusKind = kind;
  process.statusCode = <u8>code;
  process.thread = process.selector = 0;
  process.sleepsIn = process.doom = 0;
  process.woken = false;
  passOnChildren(process);
  const parent = find(process.parent);
  if (parent == OUTSIDE) {
    reap(process, OUTSIDE);
    return;
  }
  note(Effect.ZOMBIFIED, process.pid);
  childEvent(parent, process);
}

function passOnChildren(dying: Process): void {
  for (let child = eldestChild(dying); child.exists; child = eldestChild(dying)) {
    if (child.isZombie && ask(ZOMBIE_CHILDREN) == ZombieChildren.REAPED) reap(child, OUTSIDE);
    else reparent(child, newParent(dying));
  }
}

function eldestChild(parent: Process): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(parent) && p.place == 0) return p;
  }
  return NOBODY;
}

/** Ancestors are alive: a process that dies leaves no children behind. */
function newParent(dying: Process): Process {
  let ancestor = find(dying.parent);
  while (ancestor != OUTSIDE && !ancestor.subreaper) ancestor = find(ancestor.parent);
  return ancestor != OUTSIDE && ask(NEW_PARENT) == NewParent.SYSTEM ? OUTSIDE : ancestor;
}

/** The process leaves its siblings and comes to the end of another one's children. */
export function placeAmongSiblings(parent: Process, child: Process): void {
  leaveSiblings(child);
  adoptChild(parent, child);
}

function reparent(child: Process, parent: Process): void {
  placeAmongSiblings(parent, child);
  note(Effect.REPARENTED, child.pid, parent.pid);
  if (!child.isZombie) return;
  if (parent == OUTSIDE) reap(child, OUTSIDE);
  else childEvent(parent, child);
}

// --- who looks at its children again -------------------------------------------------------------

export const enum LooksAgain { ANY_CHANGE, CHILD_EVENT, MATCHING_EVENT }
export const LOOKS_AGAIN = new Question("waitpid.looks-again", "XSH wait ERRORS ECHILD",
  "When does a process that sleeps in waitpid notice that no child matches any more?", [
    permitted("any-change",
      "At once, also when the last matching child merely left the group waited for."),
    permitted("child-event", "The next time any of its children dies."),
    deviant("matching-event",
      "Only when a child that has come to match since then dies, so perhaps never."),
  ]);

/** A blocked waitpid waits for this child. */
export function waitsFor(waiter: Process, child: Process): bool {
  return child.isChildOf(waiter) && selects(waiter.selector, child);
}

/** `waitpid`'s first argument, with 0 resolved, names this child. */
export function selects(selector: Pid, child: Process): bool {
  if (selector > 0) return child.pid == selector;
  return selector == -1 || child.group == -selector;
}

function wake(process: Process): void {
  if (process.woken) return;
  process.woken = true;
  note(Effect.WOKEN, process.pid);
}

/** A child has died, or has come to this parent as a zombie. */
function childEvent(parent: Process, child: Process): void {
  if (parent.state != State.BLOCKED) return;
  if (waitsFor(parent, child)) wake(parent);
  else noticeThatNoneMatches(parent, LooksAgain.CHILD_EVENT);
}

/** A child has changed its group. */
export function childMoved(child: Process): void {
  const parent = find(child.parent);
  if (parent.state == State.BLOCKED) noticeThatNoneMatches(parent, LooksAgain.ANY_CHANGE);
}

/**
 * After a change of this kind or of a rarer one the waiter looks again; that matters only if
 * nothing is left to wait for.
 */
function noticeThatNoneMatches(waiter: Process, change: LooksAgain): void {
  if (!matchRemains(waiter) && ask(LOOKS_AGAIN) <= change) wake(waiter);
}

function matchRemains(waiter: Process): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (waitsFor(waiter, p)) return true;
  }
  return false;
}

// --- moving between groups -----------------------------------------------------------------------

/** The process joins the group, or founds it. */
export function move(process: Process, group: Pid): void {
  if (process.group == group) return;
  process.group = group;
  note(Effect.MOVED, process.pid, group);
  childMoved(process);
}

/** The process leads a new session and a new group, alone in both. */
export function leadSession(process: Process): void {
  process.session = process.pid;
  process.group = process.pid;
  note(Effect.LED_SESSION, process.pid);
  childMoved(process);
}
