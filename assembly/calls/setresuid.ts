import { Errno } from "../errno";
import { NOBODY, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Rule } from "../rule";
import { Effect, answer, note } from "../step";

/** Leaves an ID as it is. */
const SAME: i32 = -1;

/** setresuid(real, effective, saved) */
export class Setresuid {
  caller: Process = NOBODY;
  real: i32 = 0;
  effective: i32 = 0;
  saved: i32 = 0;

  /** The caller has this ID in one of its three places. */
  has(id: i32): bool {
    const caller = this.caller;
    return id == SAME || id == caller.realUser || id == caller.effectiveUser
      || id == caller.savedUser;
  }
}
const call = new Setresuid();

export const NOT_PERMITTED = new Rule<Setresuid>("setresuid.not-permitted", Errno.EPERM,
  "XSH setresuid ERRORS EPERM",
  "Without privilege a process can only take the user IDs that it has.",
  (c) => c.caller.effectiveUser != 0 && !(c.has(c.real) && c.has(c.effective) && c.has(c.saved)));

export function setresuid(caller: Process, real: i32, effective: i32, saved: i32): void {
  call.caller = caller;
  call.real = real;
  call.effective = effective;
  call.saved = saved;
  if (orderOf(Call.SETRESUID).refuses<Setresuid>(call)) return;
  if (real != SAME) caller.realUser = real;
  if (effective != SAME) caller.effectiveUser = effective;
  if (saved != SAME) caller.savedUser = saved;
  caller.userChanged = true;
  note(Effect.CHANGED_USER, caller.pid);
  answer.returns(0);
}
