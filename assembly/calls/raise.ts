import { generate } from "../deliver";
import { Errno } from "../errno";
import { NOBODY, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Rule } from "../rule";
import { SignalArgument, bit } from "../signal";
import { answer } from "../step";

/** raise(signal) */
export class Raise {
  caller: Process = NOBODY;
  kind: SignalArgument = SignalArgument.PROBE;
}
const call = new Raise();

export const INVALID_SIGNAL = new Rule<Raise>("raise.invalid-signal", Errno.EINVAL,
  "XSH raise ERRORS EINVAL",
  "The signal must be 0 or one that the system has.",
  (c) => c.kind == SignalArgument.INVALID);

export function raise(caller: Process, kind: SignalArgument, signal: i32): void {
  call.caller = caller;
  call.kind = kind;
  if (orderOf(Call.RAISE).refuses<Raise>(call)) return;
  answer.returns(0);
  if (kind != SignalArgument.NAMED) return;
  generate(signal, caller);
  caller.raised |= bit(signal) & caller.pending;
}
