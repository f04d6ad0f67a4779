import { generate } from "./deliver";
import {
  Descriptor, Pid, Process, TERMINAL, TERMINALS, TERMINALS_MAX, end, find, first,
} from "./process";
import { Question, ask, permitted } from "./question";
import { Signal } from "./signal";
import { Effect, note, touch } from "./step";
import { Syscall } from "./syscall";
import { wake } from "./wake";

// The terminals of the trace: which session each one controls, which group is in the foreground,
// and what has been typed. How one ends is in hangup.ts.

/** A terminal of the trace. It lives as long as the machine: a number is never given out again. */
@unmanaged
export class Terminal {
  /** The session it controls, or 0. */
  session: Pid;
  /** The foreground group, or 0. The number stays when the group is gone. */
  foreground: Pid;
  /** The process that has the master open; 0 once that is closed, and the terminal hung up. */
  owner: Pid;
  exists: bool;
  /** TOSTOP of its settings. */
  tostop: bool;
  /** The foreground number was given to somebody else since, so nobody is in the foreground. */
  foregroundGone: bool;
  /** How many lines wait to be read, and how long each is. */
  lineCount: u8;
  /** Typed characters that no newline has ended yet. */
  partial: u8;
  private line: u8;

  get number(): i32 {
    return <i32>((changetype<usize>(this) - TERMINALS) / TERMINAL);
  }
  /** The group is the one in the foreground. */
  isForeground(group: Pid): bool { return this.foreground == group && !this.foregroundGone; }

  /** The length of the n-th line that waits. */
  private lineAt(n: i32): u8 {
    return load<u8>(changetype<usize>(this) + <usize>n, offsetof<Terminal>("line"));
  }
  private setLine(n: i32, length: u8): void {
    store<u8>(changetype<usize>(this) + <usize>n, length, offsetof<Terminal>("line"));
  }
  /** There is room for so many characters more, which end a line or do not. */
  takes(count: i32, ends: bool): bool {
    return <i32>this.partial + count <= 255 && (!ends || <i32>this.lineCount < LINES_MAX);
  }
  addText(count: i32): void { this.partial += <u8>count; }
  /** Ends the line that was begun. */
  addLine(count: i32): void {
    this.setLine(this.lineCount++, this.partial + <u8>count);
    this.partial = 0;
  }
  /** Takes the first line, or as much of it as fits; says how much. There must be a line. */
  takeLine(size: i32): i32 {
    const length = <i32>this.lineAt(0);
    if (length > size) {
      this.setLine(0, <u8>(length - size));
      return size;
    }
    this.lineCount--;
    for (let n = 0; n < <i32>this.lineCount; n++) this.setLine(n, this.lineAt(n + 1));
    this.setLine(this.lineCount, 0);
    return length;
  }
  /** Throws away what was typed and not read. */
  flushInput(): void {
    for (let n = 0; n < <i32>this.lineCount; n++) this.setLine(n, 0);
    this.lineCount = this.partial = 0;
  }
}
/** Lines beyond this many are not kept: there is no more room in the state. */
const LINES_MAX: i32 = <i32>(TERMINAL - offsetof<Terminal>("line"));

/** By which end a process reaches a terminal. The cases of `types.descriptor`. */
export const enum End { SLAVE, MASTER, DEV_TTY }

/** In `Process.terminal`. */
export const NO_TERMINAL: u8 = 0;

export function terminalAt(number: i32): Terminal {
  return changetype<Terminal>(TERMINALS + <usize>number * TERMINAL);
}

/** The controlling terminal of a process that has one. */
export function controlling(process: Process): Terminal {
  return terminalAt(<i32>process.terminal - 1);
}

/** The number of the terminal that `/dev/tty` is to the process, or -1 if it is not open. */
export function devTtyOf(process: Process): i32 { return <i32>process.devTty - 1; }

/** A slave is open for both. */
export const READ_WRITE: u8 = <u8>(Descriptor.OPEN | Descriptor.READ | Descriptor.WRITE);

/** It is the controlling terminal of the process. */
export function controls(terminal: Terminal, process: Process): bool {
  return <i32>process.terminal == terminal.number + 1;
}

/** A terminal that does not exist yet; the number is TERMINALS_MAX if there are no more. */
export function freeTerminal(): i32 {
  let number = 0;
  while (number < TERMINALS_MAX && terminalAt(number).exists) number++;
  return number;
}

// --- gaining and losing it -----------------------------------------------------------------------

/**
 * The terminal controls the session that the process leads, whose group is in the foreground. One
 * that did so before is free.
 */
export function acquire(terminal: Terminal, leader: Process): void {
  if (leader.terminal != NO_TERMINAL) freeFromSession(controlling(leader));
  leader.terminal = <u8>(terminal.number + 1);
  leader.oldForeground = 0;
  terminal.session = leader.session;
  note(Effect.ACQUIRED, leader.pid, terminal.number);
  setForeground(terminal, leader.group);
}

export function setForeground(terminal: Terminal, group: Pid): void {
  terminal.foreground = group;
  terminal.foregroundGone = false;
  note(Effect.CHANGED_FOREGROUND, group, terminal.number);
  wakeHeld(terminal.number);
}

/** Without its controlling terminal from now on. */
export function leaveTerminal(process: Process): void {
  if (process.terminal == NO_TERMINAL) return;
  note(Effect.LOST, process.pid, process.terminal - 1);
  process.terminal = NO_TERMINAL;
}

/** The session that the terminal controls loses it, with all its processes. */
export function freeFromSession(terminal: Terminal): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (controls(terminal, p)) leaveTerminal(p);
  }
  terminal.session = terminal.foreground = 0;
  terminal.foregroundGone = false;
}

/** The leader of the session that it controls: the session loses the terminal when it dies. */
export function leaderOf(terminal: Terminal): Process { return find(terminal.session); }

/** A fork: the child has the slaves that its parent has, but no master. */
export function inheritTerminals(parent: Process, child: Process): void {
  child.terminal = parent.terminal;
  child.devTty = parent.devTty;
  child.devTtyBits = parent.devTtyBits;
  for (let i = 0; i < TERMINALS_MAX; i++) child.setSlave(i, parent.slave(i));
}

/** The number is given to somebody new: a foreground group that had it is gone for good. */
export function forgetForeground(pid: Pid): void {
  for (let i = 0; i < TERMINALS_MAX; i++) {
    const terminal = terminalAt(i);
    if (terminal.foreground == pid) terminal.foregroundGone = true;
  }
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.oldForeground != pid) continue;
    p.oldForeground = 0;
    touch(p.pid);
  }
}

// --- signals that it sends -----------------------------------------------------------------------

export const enum Reaches { GROUP, MEMBERS_WITH_TERMINAL }
export const REACHES = new Question("type.reaches", "XBD 11.1.9 Special Characters",
  "Whom in a group does a signal reach that its terminal sends?", [
    permitted("group", "Every member."),
    permitted("members-with-terminal", "The members whose controlling terminal it is."),
  ]);

/** The kernel itself sends a signal to a group on this terminal; nobody's permission is asked. */
export function signalGroup(terminal: Terminal, group: Pid, signal: Signal): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group != group || !p.lives) continue;
    if (controls(terminal, p) || ask(REACHES) == Reaches.GROUP) generate(signal, p);
  }
}

export function signalForeground(terminal: Terminal, signal: Signal): void {
  if (terminal.foreground != 0 && !terminal.foregroundGone) {
    signalGroup(terminal, terminal.foreground, signal);
  }
}

// --- who sleeps at it ----------------------------------------------------------------------------

/** Beside the size that a sleeping read asks for: the terminal woke it, and no signal. */
export const FED: i32 = 256;

/** The process sleeps in a call on this terminal. */
function sleepsAt(process: Process, number: i32): bool {
  return process.asleep && numberIn(process) == number;
}

/** The terminal of the call in which it sleeps, whose first two words are the descriptor. */
function numberIn(sleeper: Process): i32 {
  return sleeper.a == End.DEV_TTY ? devTtyOf(sleeper) : sleeper.b;
}

/** Input has come, or never will: who sleeps in a read of the terminal looks again. */
export function wakeReaders(number: i32): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (isReader(p, number)) wakeReader(p);
  }
}

function isReader(process: Process, number: i32): bool {
  return process.sleepsIn == <u8>Syscall.READ && !process.held && sleepsAt(process, number);
}

/** It sleeps in a read, and so does somebody else at the same terminal. */
export function readsInTurn(reader: Process): bool {
  const number = numberIn(reader);
  if (!isReader(reader, number)) return false;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p != reader && isReader(p, number)) return true;
  }
  return false;
}

function wakeReader(reader: Process): void {
  if (!reader.isStopped && !reader.wasStopped) reader.c |= FED;
  wake(reader);
}

/** Calls that wait for the foreground, and are not stopped, look whether they still have to. */
export function wakeHeld(number: i32): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.held && !p.isStopped && sleepsAt(p, number)) wake(p);
  }
}
