import { Effect, answer, note } from "../step";
import { Process } from "../process";

/**
 * prctl(PR_SET_CHILD_SUBREAPER, on), or the system's own way to say the same. Not in the standard.
 */
export function setChildSubreaper(caller: Process, on: bool): void {
  if (caller.subreaper != on) note(Effect.CHANGED_SUBREAPER, caller.pid);
  caller.subreaper = on;
  answer.returns(0);
}
