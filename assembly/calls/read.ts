import { Errno } from "../errno";
import { Descriptor, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";
import { Signal } from "../signal";
import { answer } from "../step";
import { End, FED } from "../terminal";
import { sleep } from "../wake";
import { GatedCall, background, holdUp, orphaned } from "./background";

export const enum WokenInBackground { LINE, SIGNAL }
export const WOKEN_IN_BACKGROUND = new Question("read.woken-in-background",
  "XBD 11.1.4 Terminal Access Control",
  "What does a process get that sleeps in a read while its group leaves the foreground?", [
    permitted("line", "The next line: it was in the foreground when it asked."),
    permitted("signal", "SIGTTIN when a line arrives, as if it asked then."),
  ]);

export const enum AsleepAtHangup { END_OF_FILE, ERROR }
export const ASLEEP_AT_HANGUP = new Question("read.asleep-at-hangup",
  "XBD 11.1.10 Modem Disconnect",
  "What does a read give that sleeps when its terminal hangs up?", [
    permitted("end-of-file", "0, like every read after it."),
    permitted("error", "EIO; only the reads after it give 0."),
  ]);

/** read(terminal, size) */
export class Read extends GatedCall {
  /** The terminal itself has ended the caller's sleep in this call. */
  isFed: bool = false;

  constructor() {
    super();
    this.signal = Signal.SIGTTIN;
  }
  /** What comes out of a master is not part of the model. */
  get isReadable(): bool {
    return this.end != End.MASTER && (this.bits & Descriptor.READ) != 0;
  }
}
const call = new Read();

export const BAD_DESCRIPTOR = new Rule<Read>("read.bad-descriptor", Errno.EBADF,
  "XSH read ERRORS EBADF",
  "The descriptor must be open for reading.",
  (c) => !c.isReadable);

export const SIGNAL_HELD = new Rule<Read>("read.signal-held", Errno.EIO,
  "XSH read ERRORS EIO",
  "Only a process in the foreground may read; any other that blocks or ignores SIGTTIN is refused.",
  (c) => c.isInBackground && c.isShielded);

export const ORPHANED = orphaned("read", "XSH read ERRORS EIO",
  "Only a process in the foreground may read; "
  + "any other whose group is orphaned is refused, for nobody could continue it after SIGTTIN.");
export const BACKGROUND = background("read", Signal.SIGTTIN,
  "XBD 11.1.4 Terminal Access Control",
  "Only a process in the foreground may read; "
  + "the group of any other is sent SIGTTIN, and the call waits until it is continued.");

export function read(caller: Process, end: End, number: i32, size: i32): void {
  call.isFed = false;
  begin(caller, end, number, size);
}

function begin(caller: Process, end: End, number: i32, size: i32): void {
  call.fill(caller, end, number);
  call.isFree = false;
  call.isFree = call.isFed && call.isInBackground
    && ask(WOKEN_IN_BACKGROUND) == WokenInBackground.LINE;
  if (orderOf(Call.READ).refuses<Read>(call)) {
    if (answer.isHeld) holdUp(caller, end, number, size);
    return;
  }
  if (call.isDead) endOfFile();
  else if (call.terminal.lineCount != 0) answer.returns(call.terminal.takeLine(size));
  else sleep(caller, end, number, size);
}

/** The terminal has hung up: nothing more will come. */
function endOfFile(): void {
  if (call.isFed && ask(ASLEEP_AT_HANGUP) == AsleepAtHangup.ERROR) answer.refuses(Errno.EIO);
  else answer.returns(0);
}

/** A read that has slept looks again for a line. */
export function readAgain(reader: Process): void {
  call.isFed = (reader.c & FED) != 0;
  begin(reader, reader.a, reader.b, reader.c & ~FED);
}
