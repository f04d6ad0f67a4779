import { INIT_PID, Process, QUESTIONS_MAX, REST, REST_SIZE, SLOT, first, header } from "../process";
import { Contents, copy, same } from "./contents";
import { Permutations } from "./permutations";
import { renameRelations, renameSlot, renameTerminals } from "./rename";
import { View, orderSiblings, putRelations, relationsOf } from "./view";

/** One word of a key holds four numbers of 16 bits. */
export const NUMBERS_PER_WORD: i32 = 4;

/**
 * Turns states into keys and back. A key is a number for each process, and one for the answers and
 * the terminals where a call can change those.
 */
export class Keys {
  /** The key of the state that was entered, then of the one that was left. */
  low: u64 = 0;
  high: u64 = 0;
  /** Some state has no key: its parts differ in too many ways. */
  crowded: bool = false;
  private readonly parts: i32;
  readonly slots: Contents = new Contents(SLOT);
  private readonly rests: Contents = new Contents(REST_SIZE);
  /** Made when something is renamed. */
  private permutations: Permutations = changetype<Permutations>(0);
  /** What was laid over the block, so that it can be put back. */
  private readonly slotsBefore: usize;
  private readonly restBefore: usize;
  private usedBefore: i32 = 0;
  private readonly scratch: usize;
  /** By number, then by permutation: the number of the renamed content, or 0 if it is not known. */
  private readonly renamedSlots: usize[] = [];
  private readonly renamedRests: usize[] = [];
  private lowBefore: u64 = 0;
  private highBefore: u64 = 0;

  constructor(private readonly processes: i32, readonly view: View,
    private readonly restVaries: bool) {
    this.parts = processes + <i32>restVaries;
    this.slotsBefore = heap.alloc(this.slotsSize);
    this.restBefore = heap.alloc(REST_SIZE);
    this.scratch = heap.alloc(max(SLOT, REST_SIZE));
  }

  /** A key has two words. */
  get isWide(): bool { return this.parts > NUMBERS_PER_WORD; }
  get bytes(): usize { return this.slots.bytes + this.rests.bytes; }
  private get everySlot(): u32 { return (1 << this.processes) - 1; }
  private get slotsSize(): usize { return SLOT * <usize>this.processes; }

  hold(low: u64, high: u64): void {
    this.low = low;
    this.high = high;
  }

  /** Takes the key of the state in the block. */
  take(): void {
    this.low = this.high = 0;
    let slot = first();
    for (let i = 0; i < this.processes; i++, slot = slot.next) this.set(i, this.numberOf(slot));
    if (this.restVaries) this.set(this.processes, this.rests.numberOf(REST));
  }

  /** Lays a state over the block. */
  enter(low: u64, high: u64): void {
    this.low = this.lowBefore = low;
    this.high = this.highBefore = high;
    let slot = first();
    this.usedBefore = 0;
    for (let i = 0; i < this.processes; i++, slot = slot.next) {
      const number = numberIn(low, high, i);
      if (this.view == View.RELATIONS) putRelations(slot, number);
      else copy(changetype<usize>(slot), this.slots.at(number), SLOT);
      if (slot.exists) this.usedBefore = i + 1;
    }
    header.used = this.usedBefore;
    if (this.view == View.RELATIONS) orderSiblings();
    if (this.restVaries) copy(REST, this.rests.at(numberIn(low, high, this.processes)), REST_SIZE);
    memory.copy(this.slotsBefore, changetype<usize>(first()), this.slotsSize);
    memory.copy(this.restBefore, REST, REST_SIZE);
  }

  /** The block was not changed: its key is the entered one. */
  stay(): void { this.hold(this.lowBefore, this.highBefore); }

  /**
   * Takes the key of the state in the block, and puts the entered state back. `touched` has one bit
   * for each process that may differ, by its number. False if the state is the entered one.
   */
  leave(touched: u32): bool {
    this.stay();
    for (let rest = touched >> INIT_PID & this.everySlot; rest != 0; rest &= rest - 1) {
      this.leaveSlot(<i32>ctz(rest));
    }
    if (this.restVaries) this.leaveRest();
    header.used = this.usedBefore;
    return this.low != this.lowBefore || this.high != this.highBefore;
  }

  private leaveSlot(place: i32): void {
    const at = changetype<usize>(first()) + <usize>place * SLOT;
    const before = this.slotsBefore + <usize>place * SLOT;
    if (this.view == View.RELATIONS) this.set(place, relationsOf(changetype<Process>(at)));
    else if (!same(at, before, SLOT)) this.set(place, this.slots.numberOf(at));
    copy(at, before, SLOT);
  }

  private leaveRest(): void {
    if (same(REST, this.restBefore, REST_SIZE)) return;
    this.set(this.processes, this.rests.numberOf(REST));
    copy(REST, this.restBefore, REST_SIZE);
  }

  /** The block holds what was entered. */
  isPutBack(): bool {
    return same(changetype<usize>(first()), this.slotsBefore, this.slotsSize)
      && same(REST, this.restBefore, REST_SIZE);
  }

  /**
   * Gives the processes of the key numbers so that the key is the least. Returns how many states
   * are the same but for their numbers.
   */
  rename(): u32 {
    if (changetype<usize>(this.permutations) == 0) {
      this.permutations = new Permutations(this.processes);
    }
    const low = this.low;
    const high = this.high;
    let alike: u32 = 1;
    for (let which = 1; which < this.permutations.count; which++) {
      const least = this.low;
      const leastHigh = this.high;
      this.renameBy(which, low, high);
      if (this.low == least && this.high == leastHigh) alike++;
      else if (this.high < leastHigh || (this.high == leastHigh && this.low < least)) alike = 1;
      else {
        this.low = least;
        this.high = leastHigh;
      }
    }
    return <u32>this.permutations.count / alike;
  }

  dispose(): void {
    for (let i = 0; i < this.renamedSlots.length; i++) heap.free(this.renamedSlots[i]);
    for (let i = 0; i < this.renamedRests.length; i++) heap.free(this.renamedRests[i]);
    this.slots.dispose();
    this.rests.dispose();
    heap.free(this.slotsBefore);
    heap.free(this.restBefore);
    heap.free(this.scratch);
  }

  private numberOf(slot: Process): u32 {
    if (this.view == View.RELATIONS) return relationsOf(slot);
    return this.slots.numberOf(changetype<usize>(slot));
  }

  private set(part: i32, number: u32): void {
    this.crowded = this.crowded || number == 0;
    if (part < NUMBERS_PER_WORD) this.low = withNumber(this.low, part, number);
    else this.high = withNumber(this.high, part - NUMBERS_PER_WORD, number);
  }

  private renameBy(which: i32, low: u64, high: u64): void {
    this.low = this.high = 0;
    for (let i = 0; i < this.processes; i++) {
      const number = this.renamedSlot(numberIn(low, high, i), which);
      this.set(this.permutations.place(which, i), number);
    }
    if (!this.restVaries) return;
    this.set(this.processes, this.renamedRest(numberIn(low, high, this.processes), which));
  }

  private renamedSlot(number: u32, which: i32): u32 {
    if (this.view == View.RELATIONS) return renameRelations(number, this.permutations, which);
    const at = this.rowOf(this.renamedSlots, number) + (<usize>which << 1);
    if (load<u16>(at) == 0) {
      copy(this.scratch, this.slots.at(number), SLOT);
      const slot = changetype<Process>(this.scratch);
      if (slot.exists) renameSlot(slot, this.permutations, which);
      store<u16>(at, <u16>this.slots.numberOf(this.scratch));
    }
    return load<u16>(at);
  }

  private renamedRest(number: u32, which: i32): u32 {
    const at = this.rowOf(this.renamedRests, number) + (<usize>which << 1);
    if (load<u16>(at) == 0) {
      copy(this.scratch, this.rests.at(number), REST_SIZE);
      renameTerminals(this.scratch + QUESTIONS_MAX, this.permutations, which);
      store<u16>(at, <u16>this.rests.numberOf(this.scratch));
    }
    return load<u16>(at);
  }

  private rowOf(rows: usize[], number: u32): usize {
    while (<u32>rows.length <= number) {
      const size = <usize>this.permutations.count << 1;
      const row = heap.alloc(size);
      memory.fill(row, 0, size);
      rows.push(row);
    }
    return rows[number];
  }
}

/** The word with another number in one of its four places. */
export function withNumber(word: u64, place: i32, number: u32): u64 {
  const shift = <u64>place << 4;
  return (word & ~(<u64>0xffff << shift)) | <u64>number << shift;
}

export function numberIn(low: u64, high: u64, part: i32): u32 {
  const word = part < NUMBERS_PER_WORD ? low : high;
  return <u32>(word >> (<u64>(part & (NUMBERS_PER_WORD - 1)) << 4)) & 0xffff;
}
