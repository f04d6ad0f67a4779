import { generate, generateToGroup } from "./deliver";
import { Descriptor, Process, TERMINALS_MAX, end, first } from "./process";
import { Question, ask, deviant, permitted } from "./question";
import { Signal } from "./signal";
import { Effect, note, touch } from "./step";
import {
  NO_TERMINAL, Terminal, controlling, devTtyOf, freeFromSession, leaderOf, signalForeground,
  terminalAt, wakeHeld, wakeReaders,
} from "./terminal";

// How a terminal ends for those who use it: its descriptors are closed, its master is, or the
// leader of its session dies.

export const enum OldDescriptors { KEPT, REVOKED }
export const OLD_DESCRIPTORS = new Question("exit.terminal", "XSH _Exit DESCRIPTION",
  "What are the descriptors of a terminal worth after its controlling process has died?", [
    permitted("kept", "As much as before."),
    permitted("revoked", "Nothing: the terminal must be opened again."),
  ]);

export const enum LastSlave { KEPT, DROPPED }
export const LAST_SLAVE = new Question("close.last-slave", "XBD 11.1.3 The Controlling Terminal",
  "Does a session keep its controlling terminal when nobody has it open any more?", [
    permitted("kept", "It does."),
    deviant("dropped", "It loses the terminal with the last descriptor."),
  ]);

export const enum Hangup { LEADER_CONTINUED, LEADER, FOREGROUND }
export const HANGUP = new Question("close.hangup", "XBD 11.1.10 Modem Disconnect",
  "Who is sent what when a terminal hangs up?", [
    permitted("leader-continued",
      "The session's leader is sent SIGHUP and SIGCONT; the foreground group is when it dies."),
    permitted("leader",
      "The session's leader is sent SIGHUP, and the session has the terminal until it dies."),
    deviant("foreground", "The foreground group is sent SIGHUP and SIGCONT."),
  ]);

export const enum OwnMaster { CLOSED_FIRST, CLOSED_LAST }
export const OWN_MASTER = new Question("exit.own-master", "XSH _Exit DESCRIPTION",
  "What comes first when a leader dies that has the other end of its session's terminal?", [
    permitted("closed-first", "That end is closed, and its session hangs up as at any time."),
    permitted("closed-last", "The session ends, and with it its hold of the terminal."),
  ]);

/** Somebody has a descriptor of the slave, though it may be dead. */
function isOpen(number: i32): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.slave(number) != 0 || devTtyOf(p) == number) return true;
  }
  return false;
}

/** A descriptor of the slave was closed: if it was the last, that may end its session's hold. */
export function slaveClosed(number: i32): void {
  const terminal = terminalAt(number);
  if (terminal.session == 0 || isOpen(number)) return;
  if (ask(LAST_SLAVE) == LastSlave.KEPT) return;
  freeFromSession(terminal);
  terminal.flushInput();
}

/** The master is closed. */
export function hangUp(terminal: Terminal, by: Process): void {
  terminal.owner = 0;
  terminal.tostop = false;
  note(Effect.HUNG_UP, by.pid, terminal.number);
  if (terminal.session != 0) tellSession(terminal);
  endDescriptors(terminal);
}

function tellSession(terminal: Terminal): void {
  const leader = leaderOf(terminal);
  const whom = ask(HANGUP);
  if (whom == Hangup.LEADER) {
    generate(Signal.SIGHUP, leader);
    return;
  }
  if (whom == Hangup.FOREGROUND) {
    signalForeground(terminal, Signal.SIGHUP);
    signalForeground(terminal, Signal.SIGCONT);
  } else {
    generate(Signal.SIGHUP, leader);
    generate(Signal.SIGCONT, leader);
    if (!terminal.foregroundGone) leader.oldForeground = terminal.foreground;
  }
  freeFromSession(terminal);
}

/** Its descriptors are dead, what was typed is gone, and who sleeps at it looks again. */
function endDescriptors(terminal: Terminal): void {
  const number = terminal.number;
  terminal.flushInput();
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    p.setSlave(number, dead(p.slave(number)));
    if (devTtyOf(p) == number) p.devTtyBits = dead(p.devTtyBits);
    touch(p.pid);
  }
  wakeReaders(number);
  wakeHeld(number);
}

function dead(bits: u8): u8 { return bits == 0 ? 0 : <u8>(bits | Descriptor.DEAD); }

/** Somebody may notice when the process, dying, lets go of a terminal. */
export function holdsTerminal(process: Process): bool {
  if (process.leadsSession && (process.terminal | process.oldForeground) != 0) return true;
  for (let number = 0; number < TERMINALS_MAX; number++) {
    if (terminalAt(number).owner == process.pid) return true;
  }
  return false;
}

/** A process that dies closes what it has open, and the session that it leads ends. */
export function letGo(process: Process): void {
  const isOwn = process.leadsSession && process.terminal != NO_TERMINAL
    && controlling(process).owner == process.pid;
  const isLast = isOwn && ask(OWN_MASTER) == OwnMaster.CLOSED_LAST;
  if (!isLast) closeAll(process);
  if (process.leadsSession) leaderIsDead(process);
  if (isLast) closeAll(process);
}

function closeAll(process: Process): void {
  for (let number = 0; number < TERMINALS_MAX && terminalAt(number).exists; number++) {
    const had = process.slave(number) != 0 || devTtyOf(process) == number;
    process.setSlave(number, 0);
    if (devTtyOf(process) == number) process.devTty = process.devTtyBits = 0;
    if (had) slaveClosed(number);
    const terminal = terminalAt(number);
    if (terminal.owner == process.pid) hangUp(terminal, process);
  }
}

/** The leader of a session is dead: what that does to the terminal it controls. */
function leaderIsDead(leader: Process): void {
  const oldForeground = leader.oldForeground;
  leader.oldForeground = 0;
  if (leader.terminal == NO_TERMINAL) {
    if (oldForeground == 0) return;
    generateToGroup(Signal.SIGHUP, oldForeground);
    generateToGroup(Signal.SIGCONT, oldForeground);
    return;
  }
  const terminal = controlling(leader);
  signalForeground(terminal, Signal.SIGHUP);
  if (ask(OLD_DESCRIPTORS) == OldDescriptors.REVOKED) {
    note(Effect.REVOKED, leader.pid, terminal.number);
    endDescriptors(terminal);
  }
  freeFromSession(terminal);
}
