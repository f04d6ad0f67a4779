import { Errno } from "../errno";
import { Descriptor, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Rule } from "../rule";
import { Signal } from "../signal";
import { answer } from "../step";
import { End } from "../terminal";
import { GatedCall, background, holdUp, orphaned } from "./background";
import { hungUp } from "./descriptor";

/** write(terminal, …): only how much is written counts. */
export class Write extends GatedCall {
  get isWritable(): bool {
    return this.end != End.MASTER && (this.bits & Descriptor.WRITE) != 0;
  }
}
const call = new Write();

export const BAD_DESCRIPTOR = new Rule<Write>("write.bad-descriptor", Errno.EBADF,
  "XSH write ERRORS EBADF",
  "The descriptor must be open for writing.",
  (c) => !c.isWritable);

export const HUNG_UP = hungUp("write", "XSH write ERRORS EIO");
export const ORPHANED = orphaned("write", "XSH write ERRORS EIO",
  "Under TOSTOP only a process in the foreground, or one that blocks or ignores SIGTTOU, may write; "
  + "any other whose group is orphaned is refused, for nobody could continue it.");
export const BACKGROUND = background("write", Signal.SIGTTOU,
  "XBD 11.1.4 Terminal Access Control",
  "Under TOSTOP only a process in the foreground, or one that blocks or ignores SIGTTOU, may write; "
  + "the group of any other is sent SIGTTOU, and the call waits until it is continued.");

export function write(caller: Process, end: End, number: i32, size: i32): void {
  call.fill(caller, end, number);
  call.isFree = !call.terminal.tostop;
  if (!orderOf(Call.WRITE).refuses<Write>(call)) answer.returns(size);
  else if (answer.isHeld) holdUp(caller, end, number, size);
}
