import { beginFirst } from "./choice";
import { Journal } from "./journal";
import { bootTable } from "./boot";
import { BLOCK, Pid, blockSize, header } from "./process";
import { Profile, settleAnswers, use } from "./profile";
import { perform } from "./perform";
import { Syscall } from "./syscall";

/** A machine with one kernel. Many can exist; the state block holds the one that was used last. */
export class Machine {
  /** The state while another machine has the block. */
  private readonly away: usize;
  readonly journal: Journal = new Journal();

  constructor(readonly profile: Profile, capacity: i32, recycles: bool = false) {
    putAway();
    bootTable(capacity, recycles);
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
