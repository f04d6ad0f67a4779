import { Pid } from "./process";

// Whether a process has called exec is a latch, and few calls care. Whoever looks at one or sets
// one notes it here: what a call gives that looked at nobody's is the same in states that differ in
// latches only, and an exploration need not make it in each of them.

/** Whose latches were looked at since `forgetLatches`, one bit for each number below 32. */
export let latchesSeen: u32 = 0;
/** Whose were set. */
export let latchesSet: u32 = 0;

export function seeLatch(pid: Pid): void { latchesSeen |= 1 << pid; }
export function seeLatches(set: u32): void { latchesSeen |= set; }
export function setLatch(pid: Pid): void { latchesSet |= 1 << pid; }
export function forgetLatches(): void { latchesSeen = latchesSet = 0; }
export function forgetLatchesSet(): void { latchesSet = 0; }
