import { Errno } from "../errno";
import { setLatch } from "../latch";
import { Effect, answer, note } from "../step";
import { NOBODY, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { ODD, PLAIN, Rule } from "../rule";
import { Signal, bit, has } from "../signal";

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
  (c) => c.program == Program.MISSING, ODD);

export const enum IgnoredSigchld { KEPT, RESET }
export const IGNORED_SIGCHLD = new Question("execve.ignored-sigchld", "XSH exec DESCRIPTION",
  "Is SIGCHLD still ignored by a program whose process ignored it before?", [
    permitted("kept", "It is, like any other signal."),
    permitted("reset", "It has its default action."),
  ]);

/** A new program has no handlers; what was ignored stays so. */
function resetActions(process: Process): void {
  process.caught = process.restarts = process.resets = 0;
  process.noChildStops = process.noChildWait = false;
  if (has(process.ignored, Signal.SIGCHLD) && ask(IGNORED_SIGCHLD) == IgnoredSigchld.RESET) {
    process.ignored &= ~bit(Signal.SIGCHLD);
  }
  process.noZombies = process.noZombies && has(process.ignored, Signal.SIGCHLD);
}

/** Only a success sets the latch; the helper thread does not survive it. */
export function execve(caller: Process, program: Program): void {
  call.caller = caller;
  call.program = program;
  if (orderOf(Call.EXECVE).refuses<Execve>(call, program == Program.MISSING ? ODD : PLAIN)) return;
  caller.latch = true;
  setLatch(caller.pid);
  caller.thread = 0;
  caller.savedUser = caller.effectiveUser;
  caller.userChanged = false;
  resetActions(caller);
  note(Effect.EXECED, caller.pid);
  answer.returns(0);
}
