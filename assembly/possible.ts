import { allocate } from "./arena";
import { advance, beginFirst, choicesOverflowed } from "./choice";
import { begin, diedAfterCall, dueNow, finishStep } from "./perform";
import { BLOCK, Pid, blockSize } from "./process";
import { settleOne } from "./schedule";
import { Outcome, Step, lookAlike, step } from "./step";
import { Syscall } from "./syscall";

// Every way a step can go. Ways that meet halfway are followed once: after the call, and after
// everything that a process then does, equal states with steps that look alike are one.

/** One way, as far as it was followed, with the state that it has led to. */
@unmanaged
export class Branch {
  next: Branch;
  state: usize;
  step: Step;
  /** Of the state: equal states have equal ones. */
  hash: u32;
}
export const NO_BRANCH = changetype<Branch>(0);

/** More ways than this are not followed at a time. */
const BRANCHES_MAX: i32 = 4096;

let bounded: bool = false;
/** The last `possible` did not list every way. */
export function wasBounded(): bool { return bounded; }

/** The size of a state of the machine in hand. */
let size: usize = 0;

/** Ways in the order in which they were found, each kind once. */
class Ways {
  first: Branch = NO_BRANCH;
  private last: Branch = NO_BRANCH;
  count: i32 = 0;

  clear(): void {
    this.first = this.last = NO_BRANCH;
    this.count = 0;
  }

  /** Adds the way that was just gone, unless one like it is there. */
  add(): void {
    const hash = hashOf(BLOCK);
    if (this.holds(hash)) return;
    const branch = changetype<Branch>(allocate(offsetof<Branch>()));
    branch.next = NO_BRANCH;
    branch.hash = hash;
    branch.state = allocate(size);
    memory.copy(branch.state, BLOCK, size);
    branch.step = changetype<Step>(allocate(step.size));
    memory.copy(changetype<usize>(branch.step), changetype<usize>(step), step.size);
    if (this.last == NO_BRANCH) this.first = branch;
    else this.last.next = branch;
    this.last = branch;
    this.count++;
  }

  private holds(hash: u32): bool {
    for (let b = this.first; b != NO_BRANCH; b = b.next) {
      if (b.hash == hash && memory.compare(b.state, BLOCK, size) == 0 && lookAlike(b.step, step)) {
        return true;
      }
    }
    return false;
  }
}
const over = new Ways();
let frontier = new Ways();
let ahead = new Ways();

function hashOf(state: usize): u32 {
  let hash: u64 = 0x9e3779b97f4a;
  for (let at = state, stop = state + size; at < stop; at += 8) {
    hash = (hash ^ load<u64>(at)) * 0x100000001b3;
    hash ^= hash >> 32;
  }
  return <u32>hash;
}

/** Every way the call can go, the one that `call` takes first. The state stays as it is. */
export function possible(caller: Pid, syscall: Syscall, a: i32, b: i32, c: i32): Branch {
  size = <usize>blockSize();
  const before = allocate(size);
  memory.copy(before, BLOCK, size);
  bounded = false;
  over.clear();
  frontier.clear();
  beginFirst();
  do {
    begin(syscall, caller, a, b, c);
    frontier.add();
    memory.copy(BLOCK, before, size);
  } while (advance());
  bounded = choicesOverflowed();
  while (frontier.count > 0 && !bounded) followAll();
  memory.copy(BLOCK, before, size);
  return over.first;
}

/** Takes every way one process further. */
function followAll(): void {
  ahead.clear();
  for (let branch = frontier.first; branch != NO_BRANCH; branch = branch.next) {
    enter(branch);
    const due = dueNow();
    if (due != 0) {
      follow(branch, due);
      continue;
    }
    const mayHaveReturned = diedAfterCall();
    finishStep();
    over.add();
    if (!mayHaveReturned) continue;
    step.outcome = Outcome.COMPLETED;
    over.add();
  }
  const done = frontier;
  frontier = ahead;
  ahead = done;
  bounded = bounded || frontier.count > BRANCHES_MAX;
}

/** Puts the state and the step of a way back. */
function enter(branch: Branch): void {
  memory.copy(BLOCK, branch.state, size);
  memory.copy(changetype<usize>(step), changetype<usize>(branch.step), branch.step.size);
}

/** Adds every way to go on by one of the processes that are due. */
function follow(branch: Branch, due: i32): void {
  beginFirst();
  do {
    enter(branch);
    settleOne(due);
    ahead.add();
  } while (advance());
  bounded = bounded || choicesOverflowed();
}
