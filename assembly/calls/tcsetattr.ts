import { Process } from "../process";
import { Call, orderOf } from "../profile";
import { Signal } from "../signal";
import { Effect, answer, note } from "../step";
import { End } from "../terminal";
import {
  CHANGING_HELD, CHANGING_ORPHANED, GatedCall, background, holdUp, orphaned,
} from "./background";
import { badDescriptor, hungUp } from "./descriptor";

const call = new GatedCall();

export const BAD_DESCRIPTOR = badDescriptor("tcsetattr", "XSH tcsetattr ERRORS EBADF");
export const HUNG_UP = hungUp("tcsetattr", "XSH tcsetattr ERRORS");
export const ORPHANED = orphaned("tcsetattr", "XSH tcsetattr ERRORS EIO", CHANGING_ORPHANED);
export const BACKGROUND = background("tcsetattr", Signal.SIGTTOU,
  "XSH tcsetattr DESCRIPTION", CHANGING_HELD);

/** tcsetattr(terminal, …) as far as a process in the background can notice: TOSTOP. */
export function tcsetattr(caller: Process, end: End, number: i32, tostop: bool): void {
  call.fill(caller, end, number);
  if (orderOf(Call.TCSETATTR).refuses<GatedCall>(call)) {
    if (answer.isHeld) holdUp(caller, end, number, tostop ? 1 : 0);
    return;
  }
  answer.returns(0);
  call.terminal.tostop = tostop;
  note(Effect.CHANGED_TERMINAL, caller.pid, call.terminal.number);
}
