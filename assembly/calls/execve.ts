import { Errno } from "../errno";
import { Effect, answer, note } from "../step";
import { NOBODY, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Rule } from "../rule";

/** The cases of `types.program`. */
export const enum Program { PRESENT, MISSING }

/** execve(program) */
export class Execve {
  caller: Process = NOBODY;
  program: Program = Program.PRESENT;
}
const call = new Execve();

export const NO_SUCH_FILE = new Rule<Execve>("execve.no-such-file", Errno.ENOENT,
  "XSH exec ERRORS ENOENT",
  "A program that is to be executed must exist.",
  (c) => c.program == Program.MISSING);

/** Only a success sets the latch; the helper thread does not survive it. */
export function execve(caller: Process, program: Program): void {
  call.caller = caller;
  call.program = program;
  if (orderOf(Call.EXECVE).refuses<Execve>(call)) return;
  caller.execed = true;
  caller.thread = 0;
  note(Effect.EXECED, caller.pid);
  answer.returns(0);
}
