import { Errno } from "../errno";
import { slaveClosed } from "../hangup";
import { Descriptor, NOBODY, Process, TERMINALS_MAX } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";
import { Effect, answer, note } from "../step";
import { End, NO_TERMINAL, Terminal, acquire, devTtyOf, terminalAt } from "../terminal";

/** The bits of `types.open-flags`. */
const enum OpenFlag { READ = 1, WRITE = 2, NOCTTY = 4 }

export const enum Acquires { READABLE, ALWAYS, NEVER }
export const ACQUIRES = new Question("open.acquires", "XBD 11.1.3 The Controlling Terminal",
  "Does a session leader without a terminal get the one that it opens, if nobody has it?", [
    permitted("readable", "It does if it opens the terminal for reading."),
    permitted("always", "It does."),
    permitted("never", "It does not; it must ask for it."),
  ]);

/** open(terminal, flags) */
export class Open {
  caller: Process = NOBODY;
  isDevTty: bool = false;
  /** The terminal that is meant, or -1. */
  number: i32 = 0;
  flags: i32 = 0;

  fill(caller: Process, end: End, number: i32, flags: i32): void {
    this.caller = caller;
    this.isDevTty = end == End.DEV_TTY;
    const meant = this.isDevTty ? <i32>caller.terminal - 1 : number;
    this.number = meant < TERMINALS_MAX && meant >= 0 && terminalAt(meant).exists ? meant : -1;
    this.flags = flags;
  }

  get terminal(): Terminal { return terminalAt(this.number); }
  get bits(): u8 {
    const reads = (this.flags & OpenFlag.READ) != 0 ? Descriptor.READ : Descriptor.NONE;
    const writes = (this.flags & OpenFlag.WRITE) != 0 ? Descriptor.WRITE : Descriptor.NONE;
    return <u8>(Descriptor.OPEN | reads | writes);
  }
  /** The caller and the terminal have nobody else. */
  get couldAcquire(): bool {
    const caller = this.caller;
    return caller.leadsSession && caller.terminal == NO_TERMINAL && this.terminal.session == 0
      && (this.flags & OpenFlag.NOCTTY) == 0;
  }
}
const call = new Open();

export const NO_TERMINAL_THERE = new Rule<Open>("open.no-terminal", Errno.ENXIO,
  "XSH open ERRORS ENXIO",
  "To open /dev/tty, a process must have a controlling terminal.",
  (c) => c.number < 0);

export const HUNG_UP = new Rule<Open>("open.hung-up", Errno.EIO,
  "XSH open ERRORS EIO",
  "A terminal that has hung up for good cannot be opened.",
  (c) => c.number >= 0 && c.terminal.owner == 0);

export function open(caller: Process, end: End, number: i32, flags: i32): void {
  call.fill(caller, end, number, flags);
  if (orderOf(Call.OPEN).refuses<Open>(call)) return;
  answer.returns(0);
  note(Effect.OPENED, caller.pid, call.number);
  if (call.isDevTty) setDevTty(caller, call.number, call.bits);
  else caller.setSlave(number, call.bits);
  if (call.couldAcquire && acquires(flags)) acquire(call.terminal, caller);
}

/** A descriptor of another terminal that was there before is closed. */
function setDevTty(caller: Process, number: i32, bits: u8): void {
  const before = devTtyOf(caller);
  caller.devTty = <u8>(number + 1);
  caller.devTtyBits = bits;
  if (before >= 0 && before != number) slaveClosed(before);
}

function acquires(flags: i32): bool {
  const way = ask(ACQUIRES);
  return way == Acquires.ALWAYS || (way == Acquires.READABLE && (flags & OpenFlag.READ) != 0);
}
