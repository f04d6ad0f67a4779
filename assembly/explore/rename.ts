import { Completion } from "../step";
import { Process, TERMINAL, TERMINALS_MAX } from "../process";
import { Syscall } from "../syscall";
import { Terminal } from "../terminal";
import { Permutations } from "./permutations";

// Gives processes each other's numbers, wherever the state says a number. Every field that holds
// one stands here.

/** Renames in the copy of a slot. */
export function renameSlot(slot: Process, by: Permutations, which: i32): void {
  slot.pid = by.pid(which, slot.pid);
  slot.parent = by.pid(which, slot.parent);
  slot.group = by.pid(which, slot.group);
  slot.session = by.pid(which, slot.session);
  slot.thread = by.pid(which, slot.thread);
  slot.oldForeground = by.pid(which, slot.oldForeground);
  if (slot.asleep) renameCall(slot, by, which);
}

/** The arguments of a call that has not returned, and the answer that waits for its process. */
function renameCall(slot: Process, by: Permutations, which: i32): void {
  if (slot.inWait) slot.a = slot.a < 0 ? -by.pid(which, -slot.a) : by.pid(which, slot.a);
  if (slot.sleepsIn == <u8>Syscall.TCSETPGRP) slot.c = by.pid(which, slot.c);
  if (slot.due == 0) return;
  const reported = slot.due == <u8>Completion.REPORTED + 1;
  if (reported || returnsNumber(slot.sleepsIn)) slot.dueValue = by.pid(which, slot.dueValue);
}

function returnsNumber(syscall: Syscall): bool {
  switch (syscall) {
    case Syscall.FORK:
    case Syscall.GETPID:
    case Syscall.GETPPID:
    case Syscall.GETPGRP:
    case Syscall.GETPGID:
    case Syscall.GETSID:
    case Syscall.SETSID:
    case Syscall.PTHREAD_CREATE:
    case Syscall.TCGETPGRP:
    case Syscall.TCGETSID: return true;
    default: return false;
  }
}

/** Renames in a copy of the terminals. */
export function renameTerminals(terminals: usize, by: Permutations, which: i32): void {
  for (let i = 0; i < TERMINALS_MAX; i++) {
    const terminal = changetype<Terminal>(terminals + <usize>i * TERMINAL);
    terminal.session = by.pid(which, terminal.session);
    terminal.foreground = by.pid(which, terminal.foreground);
    terminal.owner = by.pid(which, terminal.owner);
  }
}

/** Renames in the relations of one process, as `relationsOf` has them. */
export function renameRelations(relations: u32, by: Permutations, which: i32): u32 {
  return relations & 15 | by.pair(which, relations & 0xf0) | by.pair(which, relations >> 8) << 8;
}
