import { Pid, Process, TERMINAL, TERMINALS, TERMINALS_MAX } from "./process";
import { Effect, note } from "./step";

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
  /** The foreground number has been given to somebody else since, so nobody is in the foreground. */
  foregroundGone: bool;
  /** How many lines wait to be read, and how long each is. */
  lineCount: u8;
  /** Typed characters that no newline has ended yet. */
  partial: u8;
  private line0: u8;
  private line1: u8;
  private line2: u8;
  private line3: u8;

  get number(): i32 {
    return <i32>((changetype<usize>(this) - TERMINALS) / TERMINAL);
  }
}

/** In `Process.terminal`. */
export const NO_TERMINAL: u8 = 0;

export function terminalAt(number: i32): Terminal {
  return changetype<Terminal>(TERMINALS + <usize>number * TERMINAL);
}

/** The controlling terminal of a process that has one. */
export function controlling(process: Process): Terminal {
  return terminalAt(<i32>process.terminal - 1);
}

/** A terminal that does not exist yet; the number is TERMINALS_MAX if there are no more. */
export function freeTerminal(): i32 {
  let number = 0;
  while (number < TERMINALS_MAX && terminalAt(number).exists) number++;
  return number;
}

/** Without its controlling terminal from now on. */
export function leaveTerminal(process: Process): void {
  if (process.terminal == NO_TERMINAL) return;
  note(Effect.LOST, process.pid, process.terminal - 1);
  process.terminal = NO_TERMINAL;
}

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
}

/** A process that dies closes what it has open. */
export function closeAll(process: Process): void {
}

/** The leader of a session is dead: what that does to the terminal it controls. */
export function leaderIsDead(leader: Process): void {
}
