import { hangUp, slaveClosed } from "../hangup";
import { Process } from "../process";
import { Call, orderOf } from "../profile";
import { Effect, answer, note } from "../step";
import { End } from "../terminal";
import { TerminalCall, badDescriptor } from "./descriptor";

const call = new TerminalCall();

export const BAD_DESCRIPTOR = badDescriptor("close", "XSH close ERRORS EBADF");

/** close(descriptor): with the master, the terminal hangs up. */
export function close(caller: Process, end: End, number: i32): void {
  call.fill(caller, end, number);
  if (orderOf(Call.CLOSE).refuses<TerminalCall>(call)) return;
  answer.returns(0);
  const terminal = call.terminal;
  note(Effect.CLOSED, caller.pid, terminal.number);
  if (end == End.MASTER) {
    hangUp(terminal, caller);
    return;
  }
  if (end == End.SLAVE) caller.setSlave(number, 0);
  else caller.devTty = caller.devTtyBits = 0;
  slaveClosed(terminal.number);
}
