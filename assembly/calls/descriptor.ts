import { Errno } from "../errno";
import { Descriptor, NOBODY, Process, TERMINALS_MAX } from "../process";
import { Question, ask, deviant, permitted } from "../question";
import { Rule } from "../rule";
import { End, READ_WRITE, Terminal, controls, devTtyOf, terminalAt } from "../terminal";

// What the calls on a descriptor of a terminal have in common.

export const enum AtMaster { REFUSED, ANSWERED }
export const AT_MASTER = new Question("tcgetpgrp.master", "XSH tcgetpgrp ERRORS ENOTTY",
  "Do tcgetpgrp and tcgetsid answer at the master of a terminal that is not the caller's own?", [
    permitted("refused", "They do not: it is not the caller's controlling terminal."),
    deviant("answered", "They tell what is true of the terminal."),
  ]);

/** A call on a descriptor of a terminal. */
export class TerminalCall {
  caller: Process = NOBODY;
  end: End = End.SLAVE;
  /** The terminal that is meant; it counts only if the descriptor is open. */
  terminal: Terminal = terminalAt(0);
  /** What the descriptor is good for: bits of `Descriptor`. */
  bits: u8 = 0;

  /** For `/dev/tty` the number has no meaning. */
  fill(caller: Process, end: End, number: i32): void {
    this.caller = caller;
    this.end = end;
    const meant = end == End.DEV_TTY ? devTtyOf(caller) : number;
    const exists = meant >= 0 && meant < TERMINALS_MAX;
    this.terminal = terminalAt(exists ? meant : 0);
    this.bits = exists ? bitsOf(caller, end, meant) : <u8>Descriptor.NONE;
  }

  get isOpen(): bool { return this.bits != 0; }
  get isDead(): bool { return (this.bits & Descriptor.DEAD) != 0; }
  get isAlive(): bool { return this.isOpen && !this.isDead; }
  /** What it reaches is the caller's controlling terminal. */
  get isControlling(): bool { return this.isAlive && controls(this.terminal, this.caller); }
  /** It is a master at which this kernel tells what is true of the terminal. */
  get isTellingMaster(): bool {
    return this.end == End.MASTER && this.isAlive && ask(AT_MASTER) == AtMaster.ANSWERED;
  }
}

function bitsOf(caller: Process, end: End, number: i32): u8 {
  if (end == End.SLAVE) return caller.slave(number);
  if (end == End.DEV_TTY) return caller.devTtyBits;
  return terminalAt(number).owner == caller.pid ? READ_WRITE : <u8>Descriptor.NONE;
}

export function badDescriptor(call: string, clause: string): Rule<TerminalCall> {
  return new Rule<TerminalCall>(`${call}.bad-descriptor`, Errno.EBADF, clause,
    "The descriptor must be open.",
    (c) => !c.isOpen);
}

export function hungUp(call: string, clause: string): Rule<TerminalCall> {
  return new Rule<TerminalCall>(`${call}.hung-up`, Errno.EIO, clause,
    "The terminal must not have hung up since the descriptor was opened.",
    (c) => c.isDead);
}
