import { generate, notify } from "./deliver";
import { takePid } from "./numbers";
import { links } from "./orphan";
import { linkIsGone, moved } from "./orphaning";
import {
  NOBODY, News, OUTSIDE, Pid, Process, State, Status, end, find, first, freeSlot, isFull, release,
} from "./process";
import { Question, ask, deviant, permitted } from "./question";
import { Signal, has } from "./signal";
import { holdsTerminal, letGo } from "./hangup";
import { Effect, note, stir, touch } from "./step";
import { inheritTerminals, leaveTerminal } from "./terminal";
import {
  LooksAgain, WaitOption, awaken, childEvent, childMoved, notice, waitsFor, wake,
} from "./wake";

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

export const enum OrphanTests { WITH_CHILDREN, BEFORE_CHILDREN }
export const ORPHAN_TESTS = new Question("exit.orphan-tests", "XSH _Exit DESCRIPTION",
  "In which order does a death find the groups that it orphans?", [
    permitted("with-children",
      "Each child goes to its new parent and its group is tested; then the group of the dead process."),
    permitted("before-children",
      "The group of the dead process, then the groups of its children; then the children go."),
  ]);

export const enum UnwantedChild { REAPED, HANDED_ON }
export const UNWANTED_CHILD = new Question("sigaction.unwanted-child",
  "XSH sigaction DESCRIPTION SA_NOCLDWAIT",
  "What becomes of a child that dies when its parent wants no zombies?", [
    permitted("reaped", "The kernel reaps it at once."),
    permitted("handed-on", "It becomes a zombie of the process that takes in orphans."),
  ]);

export const enum UnwantedNotice { SENT, UNSENT }
export const UNWANTED_NOTICE = new Question("sigaction.unwanted-child-notice",
  "XSH sigaction DESCRIPTION SA_NOCLDWAIT",
  "Is SIGCHLD sent for the death of a child to a parent that set SA_NOCLDWAIT?", [
    permitted("sent", "It is."),
    permitted("unsent", "It is not."),
  ]);

export const enum NoZombiesInherited { INHERITED, LOST }
export const NO_ZOMBIES_INHERITED = new Question("fork.no-zombies", "XSH fork DESCRIPTION",
  "Does a child whose parent ignores SIGCHLD leave no zombies either?", [
    permitted("inherited", "It does: the disposition is inherited with what it means."),
    deviant("lost", "SIGCHLD is ignored in the child, but its own children become zombies."),
  ]);

/** A copy of the process with a number of its own, or NOBODY if there is no room for one. */
export function spawn(parent: Process): Process {
  if (isFull()) return NOBODY;
  const pid = takePid();
  if (pid == 0) return NOBODY;
  const child = freeSlot(pid);
  child.pid = pid;
  touch(pid);
  child.group = parent.group;
  child.session = parent.session;
  child.state = State.RUNNING;
  child.orphaned = parent.orphaned;
  inheritActions(parent, child);
  inheritTerminals(parent, child);
  adoptChild(parent, child);
  note(Effect.FORKED, parent.pid, pid);
  return child;
}

function inheritActions(parent: Process, child: Process): void {
  child.blocked = parent.blocked;
  child.ignored = parent.ignored;
  child.caught = parent.caught;
  child.restarts = parent.restarts;
  child.resets = parent.resets;
  child.noChildStops = parent.noChildStops;
  child.noChildWait = parent.noChildWait;
  child.noZombies = parent.noZombies && ask(NO_ZOMBIES_INHERITED) == NoZombiesInherited.INHERITED;
  child.realUser = parent.realUser;
  child.effectiveUser = parent.effectiveUser;
  child.savedUser = parent.savedUser;
  child.userChanged = parent.userChanged;
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
    if (p.parent != child.parent || p.place <= child.place) continue;
    p.place--;
    touch(p.pid);
  }
}

/** Ends the lifetime of a zombie: its number, its place in its group and its session are gone. */
export function reap(zombie: Process, by: Process): void {
  note(Effect.REAPED, zombie.pid, by.pid);
  leaveSiblings(zombie);
  release(zombie);
}

/**
 * The process dies. What it has open is closed; then its children move on, and its parent is told.
 * Whoever that reaches may act in between, on every kernel with more than one processor.
 */
export function die(process: Process, kind: Status, code: i32): void {
  note(Effect.DIED, process.pid, kind, code);
  const isFelt = process.subreaper || holdsTerminal(process) || losesNews(process);
  process.state = State.EXITING;
  process.statusKind = kind;
  process.statusCode = <u8>code;
  process.thread = 0;
  forgetActions(process);
  awaken(process);
  letGo(process);
  leaveTerminal(process);
  if (isFelt) stir();
  else partFromRelatives(process);
}

/** Its parent waits for it, and might have heard that it went on. */
function losesNews(process: Process): bool {
  return process.news == News.CONTINUED && waitsFor(find(process.parent), process);
}

/** The second half of a death, after which the process is a zombie or gone. */
export function partFromRelatives(process: Process): void {
  process.state = State.ZOMBIE;
  process.noZombies = false;
  if (ask(ORPHAN_TESTS) == OrphanTests.WITH_CHILDREN) {
    passOnChildren(process, true);
    testOwnGroup(process);
  } else {
    testOwnGroup(process, process, newParent(process));
    testChildrensGroups(process);
    passOnChildren(process, false);
  }
  announce(process);
}

/** What only a living process has, but for its wish for no zombies, which its children obey. */
function forgetActions(process: Process): void {
  process.pending = process.blocked = process.suspended = process.entered = 0;
  process.doom = 0;
  process.ignored = process.caught = process.restarts = process.resets = 0;
  process.noChildStops = process.noChildWait = false;
  process.news = News.NONE;
  process.stopSignal = process.looks = 0;
  process.owesNotice = false;
}

/** The dead process may have been the last of its group with a parent outside it. */
function testOwnGroup(dead: Process, leaving: Process = NOBODY, heir: Process = NOBODY): void {
  if (links(find(dead.parent), dead.group, dead.session)) linkIsGone(dead.group, leaving, heir);
}

function testChildrensGroups(dying: Process): void {
  const heir = newParent(dying);
  for (let child = first(), stop = end(); child != stop; child = child.next) {
    if (child.isChildOf(dying) && !child.isZombie && links(dying, child.group, child.session)) {
      linkIsGone(child.group, dying, heir);
    }
  }
}

function passOnChildren(dying: Process, testing: bool): void {
  for (let child = eldestChild(dying); child.exists; child = eldestChild(dying)) {
    if (child.isZombie && ask(ZOMBIE_CHILDREN) == ZombieChildren.REAPED) {
      reap(child, OUTSIDE);
      continue;
    }
    const linked = testing && links(dying, child.group, child.session);
    const group = child.group;
    reparent(child, newParent(dying));
    if (linked) linkIsGone(group);
  }
}

function eldestChild(parent: Process): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.isChildOf(parent) && p.place == 0) return p;
  }
  return NOBODY;
}

/** Ancestors are no zombies, for these have no children; who is on the way there takes none in. */
function newParent(dying: Process): Process {
  let ancestor = find(dying.parent);
  while (ancestor != OUTSIDE && (!ancestor.subreaper || ancestor.isExiting)) {
    ancestor = find(ancestor.parent);
  }
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
  if (child.isZombie) announce(child);
}

/** Tells the parent of a dead process, which becomes a zombie unless nobody wants it. */
function announce(dead: Process): void {
  const parent = find(dead.parent);
  if (parent == OUTSIDE) {
    reap(dead, OUTSIDE);
  } else if (parent.noZombies) {
    bury(dead, parent);
  } else {
    note(Effect.ZOMBIFIED, dead.pid);
    generate(Signal.SIGCHLD, parent);
    childEvent(parent, dead, WaitOption.EXITED);
  }
}

/** The parent wants no zombies. A wait of its own sees only that the child is gone. */
function bury(dead: Process, parent: Process): void {
  if (has(parent.ignored, Signal.SIGCHLD)) notify(parent);
  else if (has(parent.caught | parent.blocked, Signal.SIGCHLD)
    && ask(UNWANTED_NOTICE) == UnwantedNotice.SENT) notify(parent);
  const awaited = waitsFor(parent, dead);
  if (ask(UNWANTED_CHILD) == UnwantedChild.REAPED) reap(dead, OUTSIDE);
  else reparent(dead, newParent(parent));
  if (awaited) wake(parent);
  else notice(parent, LooksAgain.CHILD_EVENT);
}

// --- moving between groups -----------------------------------------------------------------------

/** The process joins the group, or founds it. */
export function move(process: Process, group: Pid): void {
  if (process.group == group) return;
  const old = process.group;
  process.group = group;
  note(Effect.MOVED, process.pid, group);
  moved(process, old, process.session);
  childMoved(process);
}

/** The process leads a new session and a new group, alone in both, without a terminal. */
export function leadSession(process: Process): void {
  const group = process.group;
  const session = process.session;
  process.session = process.pid;
  process.group = process.pid;
  note(Effect.LED_SESSION, process.pid);
  leaveTerminal(process);
  moved(process, group, session);
  childMoved(process);
}
