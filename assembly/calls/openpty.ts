import { Errno } from "../errno";
import { Process, TERMINALS_MAX } from "../process";
import { Effect, answer, note } from "../step";
import { READ_WRITE, freeTerminal, terminalAt } from "../terminal";

/** openpty(): the caller has the master, and the slave as if opened with O_NOCTTY. */
export function openpty(caller: Process): void {
  const number = freeTerminal();
  if (number == TERMINALS_MAX) {
    answer.refuses(Errno.EAGAIN);
    return;
  }
  const terminal = terminalAt(number);
  terminal.exists = true;
  terminal.owner = caller.pid;
  caller.setSlave(number, READ_WRITE);
  note(Effect.OPENED, caller.pid, number);
  answer.returns(number);
}
