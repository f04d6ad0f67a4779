import { hasReady, reapUnseen, waitAgain } from "./calls/waitpid";
import { choose } from "./choice";
import { die } from "./kernel";
import { NOBODY, Process, State, Status, end, first } from "./process";

/**
 * The process has something to do before the step is over: to die, or to look at its children
 * again.
 */
function isDue(process: Process): bool {
  return process.doom != 0 || (process.woken && process.state == State.BLOCKED);
}

function countDue(): i32 {
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (isDue(p)) count++;
  }
  return count;
}

function nthDue(n: i32): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (isDue(p) && n-- == 0) return p;
  }
  return NOBODY;
}

/**
 * Runs until nobody has anything left to do. Which process goes first is the scheduler's choice, on
 * every kernel.
 */
export function settle(): void {
  for (let count = countDue(); count > 0; count = countDue()) {
    const process = nthDue(choose(count));
    if (process.doom != 0) meetDoom(process);
    else waitAgain(process);
  }
}

/** A process that sleeps in waitpid may still reap a child on its way to its death. */
function meetDoom(process: Process): void {
  if (hasReady(process) && choose(2) == 1) reapUnseen(process);
  die(process, Status.KILLED, process.doom - 1);
}
