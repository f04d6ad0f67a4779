import { Errno } from "../errno";
import { Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, deviant, permitted } from "../question";
import { Rule } from "../rule";
import { answer } from "../step";
import { End } from "../terminal";
import { TerminalCall, badDescriptor, hungUp } from "./descriptor";

export const enum Foreign { REFUSED, SHOWN }
export const FOREIGN = new Question("tcgetsid.foreign", "XSH tcgetsid ERRORS ENOTTY",
  "Does tcgetsid tell the session of a terminal that is not the caller's own?", [
    permitted("refused", "It does not."),
    deviant("shown", "It does, if the terminal controls a session."),
  ]);

/** tcgetsid(terminal) */
export class Tcgetsid extends TerminalCall {
  /** The terminal's session is told to one who is not in it. */
  get isShown(): bool {
    return this.terminal.session != 0
      && (this.isTellingMaster || ask(FOREIGN) == Foreign.SHOWN);
  }
}
const call = new Tcgetsid();

export const BAD_DESCRIPTOR = badDescriptor("tcgetsid", "XSH tcgetsid ERRORS EBADF");
export const HUNG_UP = hungUp("tcgetsid", "XSH tcgetsid ERRORS");

export const NOT_TERMINAL = new Rule<Tcgetsid>("tcgetsid.not-terminal", Errno.ENOTTY,
  "XSH tcgetsid ERRORS ENOTTY",
  "The terminal must be the caller's controlling terminal.",
  (c) => c.isAlive && !c.isControlling && !c.isShown);

export function tcgetsid(caller: Process, end: End, number: i32): void {
  call.fill(caller, end, number);
  if (orderOf(Call.TCGETSID).refuses<Tcgetsid>(call)) return;
  answer.returns(call.terminal.session);
}
