import { allocate } from "./arena";
import { advance, beginFirst, choicesOverflowed } from "./choice";
import { Journal } from "./journal";
import { BLOCK, Pid, blockSize, bootTable, header } from "./process";
import { Profile, settleAnswers, use } from "./profile";
import { Step, lookAlike, step } from "./step";
import { begin, finishStep, isSettled, perform } from "./perform";
import { settleOne } from "./schedule";
import { Syscall } from "./syscall";

/** A machine with one kernel. Many can exist; the state block holds the one that was used last. */
export class Machine {
  /** The state while another machine has the block. */
  private readonly away: usize;
  readonly journal: Journal = new Journal();

  constructor(readonly profile: Profile, capacity: i32) {
    putAway();
    bootTable(capacity);
    settleAnswers(profile);
    this.away = heap.alloc(<usize>blockSize());
    present = this;
    use(profile);
  }

  /** Brings the machine's state into the block. */
  enter(): void {
    if (present == this) return;
    putAway();
    memory.copy(BLOCK, this.away, <usize>capacityBytes(this.away));
    present = this;
    use(this.profile);
  }

  /** Makes one call; of several ways it can go, the first. */
  call(caller: Pid, syscall: Syscall, a: i32, b: i32, c: i32): void {
    this.enter();
    beginFirst();
    perform(syscall, caller, a, b, c);
    if (this.journal.on) this.journal.add(caller, syscall, a, b, c);
  }

  /** Gives the memory back. The machine must not be used again. */
  dispose(): void {
    if (present == this) present = changetype<Machine>(0);
    heap.free(this.away);
    this.journal.clear();
  }

  /** Copies the block to where it stays while the machine is not in use. */
  save(): void { memory.copy(this.away, BLOCK, <usize>blockSize()); }
}

let present = changetype<Machine>(0);

function putAway(): void { if (changetype<usize>(present) != 0) present.save(); }

/** The size of a saved state: its header says for how many processes it is. */
function capacityBytes(state: usize): i32 {
  header.capacity = load<i32>(state);
  return blockSize();
}

/** Puts a state back; false if it was not taken from a machine of this capacity. */
export function restore(state: usize, size: usize): bool {
  if (size != <usize>blockSize() || load<i32>(state) != header.capacity) return false;
  memory.copy(BLOCK, state, size);
  return true;
}

/** One way a step can go, with the state that it leads to. */
@unmanaged
export class Branch {
  next: Branch;
  state: usize;
  step: Step;
}
export const NO_BRANCH = changetype<Branch>(0);

/** More ways than this are not followed at a time. */
const BRANCHES_MAX: i32 = 4096;

let bounded: bool = false;
/** The last `possible` did not list every way. */
export function wasBounded(): bool { return bounded || choicesOverflowed(); }

/**
 * Every way the call can go: those that look alike and lead to equal states are one. The state
 * stays as it is. Ways that meet halfway are followed once: after the call, and after everything
 * that a process then does, equal states with equal steps are one.
 */
export function possible(caller: Pid, syscall: Syscall, a: i32, b: i32, c: i32): Branch {
  const size = <usize>blockSize();
  const before = allocate(size);
  memory.copy(before, BLOCK, size);
  bounded = false;
  let frontier = NO_BRANCH;
  beginFirst();
  do {
    begin(syscall, caller, a, b, c);
    frontier = keep(frontier, size);
    memory.copy(BLOCK, before, size);
  } while (advance());
  let over = NO_BRANCH;
  while (frontier != NO_BRANCH) {
    let ahead = NO_BRANCH;
    for (let branch = frontier; branch != NO_BRANCH; branch = branch.next) {
      enter(branch, size);
      if (isSettled()) {
        finishStep();
        over = keep(over, size);
      } else {
        ahead = follow(branch, ahead, size);
      }
    }
    frontier = ahead;
    if (countOf(frontier) > BRANCHES_MAX) {
      bounded = true;
      break;
    }
  }
  memory.copy(BLOCK, before, size);
  return over;
}

/** Puts the state and the step of a way back. */
function enter(branch: Branch, size: usize): void {
  memory.copy(BLOCK, branch.state, size);
  memory.copy(changetype<usize>(step), changetype<usize>(branch.step), branch.step.size);
}

/** Adds every way to go on by one process. */
function follow(branch: Branch, ahead: Branch, size: usize): Branch {
  beginFirst();
  do {
    enter(branch, size);
    settleOne();
    ahead = keep(ahead, size);
  } while (advance());
  return ahead;
}

function countOf(branches: Branch): i32 {
  let count = 0;
  for (let b = branches; b != NO_BRANCH; b = b.next) count++;
  return count;
}

function contains(branches: Branch, size: usize): bool {
  for (let b = branches; b != NO_BRANCH; b = b.next) {
    if (memory.compare(b.state, BLOCK, size) == 0 && lookAlike(b.step, step)) return true;
  }
  return false;
}

/** Adds the way that was just gone, unless one like it is there. */
function keep(rest: Branch, size: usize): Branch {
  if (contains(rest, size)) return rest;
  const branch = changetype<Branch>(allocate(offsetof<Branch>()));
  branch.next = rest;
  branch.state = allocate(size);
  memory.copy(branch.state, BLOCK, size);
  branch.step = changetype<Step>(allocate(step.size));
  memory.copy(changetype<usize>(branch.step), changetype<usize>(step), step.size);
  return branch;
}
