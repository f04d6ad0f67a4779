import { Process } from "../process";
import { Question, ask, deviant, permitted } from "../question";
import { FIXED, Signals } from "../signal";
import { Effect, answer, note, stir } from "../step";
import { Syscall } from "../syscall";
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

export const enum AfterStop { MASK_KEPT, MASK_LIFTED }
export const AFTER_STOP = new Question("sigsuspend.after-stop", "XSH sigsuspend DESCRIPTION",
  "Which mask has a process that was stopped in sigsuspend while it goes on?", [
    permitted("mask-kept", "The one that it gave to sigsuspend."),
    deviant("mask-lifted",
      "For a moment its own, so that a signal which only sigsuspend blocked has its effect."),
  ]);

/** sigsuspend(mask): sleeps with another mask until a signal was caught. */
export function sigsuspend(caller: Process, mask: Signals): void {
  caller.suspended = caller.blocked;
  setMask(caller, mask);
  sleep(caller, <i32>mask, 0, 0);
}

/** Goes on sleeping after a stop. */
export function sigsuspendAgain(process: Process): void {
  if (ask(AFTER_STOP) == AfterStop.MASK_LIFTED) setMask(process, process.suspended);
  sleep(process, process.a, 0, 0);
}

/**
 * A stop has put the mask from before sigsuspend back, and the call begins anew: a handler that
 * runs now does not end it.
 */
export function comesBeforeItsMask(process: Process): bool {
  return process.sleepsIn == <u8>Syscall.SIGSUSPEND
    && process.blocked != (<Signals>process.a & ~FIXED);
}

/** The process sleeps on, with the mask that it gave to sigsuspend. */
export function resuspend(process: Process): void {
  if (process.blocked != (<Signals>process.a & ~FIXED)) setMask(process, <Signals>process.a);
}

/** The mask from before sigsuspend comes back; what is left of the call is like a pause. */
export function endSuspension(process: Process): void {
  setMask(process, process.suspended);
  process.suspended = 0;
  process.sleepsIn = <u8>Syscall.PAUSE;
}

/** pause(): sleeps until a signal was caught. */
export function pause(caller: Process): void { sleep(caller, 0, 0, 0); }
