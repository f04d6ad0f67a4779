import { Process } from "../process";
import { FIXED, Signals } from "../signal";
import { Effect, answer, note, stir } from "../step";
import { sleep } from "../wake";

// The calls about a process's mask. None of them can be refused.

/** The cases of `types.mask-change`. */
export const enum MaskChange { BLOCK, UNBLOCK, SET }

/** sigprocmask(how, set): what it lets in arrives before it returns. */
export function sigprocmask(caller: Process, how: MaskChange, set: Signals): void {
  answer.returns(0);
  const mask = how == MaskChange.BLOCK ? caller.blocked | set
    : how == MaskChange.UNBLOCK ? caller.blocked & ~set : set;
  setMask(caller, mask);
}

function setMask(process: Process, mask: Signals): void {
  process.blocked = mask & ~FIXED;
  note(Effect.CHANGED_MASK, process.pid);
  if ((process.pending & ~process.blocked) != 0) stir();
}

/** sigpending(): the signals that wait because they are blocked. */
export function sigpending(caller: Process): void {
  answer.lists(caller.pending & caller.blocked);
}

/** sigsuspend(mask): sleeps with another mask until a signal was caught. */
export function sigsuspend(caller: Process, mask: Signals): void {
  caller.suspended = caller.blocked;
  setMask(caller, mask);
  sleep(caller, 0, 0, 0);
}

/** The mask from before sigsuspend comes back. */
export function endSuspension(process: Process): void {
  setMask(process, process.suspended);
  process.suspended = 0;
}

/** pause(): sleeps until a signal was caught. */
export function pause(caller: Process): void { sleep(caller, 0, 0, 0); }
