import { Process, SLOT } from "../process";
import { CONTENTS_MAX, Contents, copy, zeroed } from "./contents";
import { NUMBERS_PER_WORD, numberIn, withNumber } from "./keys";
import { View, gathered, peopled, spread } from "./view";

// Takes the exec latches out of keys and puts them back. Two contents that differ in the latch only
// are one pair, and the one of them that was numbered first stands for both.

/** Of the pairs of contents, by the number of one of them. */
class Pairs {
  /** The one that stands for both. */
  private readonly firsts: usize = zeroed((CONTENTS_MAX + 1) << 1);
  /** The other one; 0 if there is none yet. */
  private readonly others: usize = zeroed((CONTENTS_MAX + 1) << 1);
  private readonly latches: usize = zeroed(CONTENTS_MAX + 1);
  private readonly scratch: usize = heap.alloc(SLOT);
  private known: u32 = 0;

  constructor(private readonly slots: Contents) {}

  first(number: u32): u32 {
    while (this.known < this.slots.count) this.learn(++this.known);
    return load<u16>(this.firsts + (<usize>number << 1));
  }

  isLatched(number: u32): bool { return load<bool>(this.latches + number); }

  /** Of the pair that has this number the one with the latch, or the one without it. */
  with(number: u32, latched: bool): u32 {
    if (this.isLatched(number) == latched) return number;
    const other = load<u16>(this.others + (<usize>number << 1));
    return other != 0 ? other : this.make(number);
  }

  dispose(): void {
    heap.free(this.firsts);
    heap.free(this.others);
    heap.free(this.latches);
    heap.free(this.scratch);
  }

  private learn(number: u32): void {
    const isFree = !changetype<Process>(this.slots.at(number)).exists;
    const latched = this.toggle(number);
    const other = isFree ? number : this.slots.find(this.scratch);
    const isSecond = other != 0 && other < number;
    store<u16>(this.firsts + (<usize>number << 1), <u16>(isSecond ? other : number));
    store<bool>(this.latches + number, latched);
    store<u16>(this.others + (<usize>number << 1), <u16>other);
    if (isSecond) store<u16>(this.others + (<usize>other << 1), <u16>number);
  }

  private make(number: u32): u32 {
    this.toggle(number);
    const made = this.slots.numberOf(this.scratch);
    if (made != 0) this.first(made);
    return made;
  }

  /** Copies the content, with the other latch. Gives the one that it has. */
  private toggle(number: u32): bool {
    copy(this.scratch, this.slots.at(number), SLOT);
    const slot = changetype<Process>(this.scratch);
    slot.latch = !slot.latch;
    return !slot.latch;
  }
}

/** Turns keys into such without latches, and back. A latch is a bit for each slot. */
export class Latches {
  /** The key that was asked for last. */
  low: u64 = 0;
  high: u64 = 0;
  /** The latches of the state at hand, and the same where its relations have them. */
  own: u32 = 0;
  private ownLow: u64 = 0;
  private ownHigh: u64 = 0;
  /** Made where contents are numbered. */
  private pairs: Pairs = changetype<Pairs>(0);
  private readonly plain: bool;

  constructor(private readonly processes: i32, view: View, slots: Contents) {
    this.plain = view == View.RELATIONS;
    if (!this.plain) this.pairs = new Pairs(slots);
  }

  /** This state is at hand from now on. Gives the key that stands for it whatever the latches. */
  enter(low: u64, high: u64): void {
    this.own = this.latchesIn(low, high);
    this.ownLow = spread(this.own);
    this.ownHigh = spread(this.own >> NUMBERS_PER_WORD);
    this.bare(low, high);
  }

  /** Gives the key that stands for this one whatever the latches. */
  bare(low: u64, high: u64): void {
    if (this.plain) {
      const latches = this.latchesIn(low, high);
      this.low = low ^ spread(latches);
      this.high = high ^ spread(latches >> NUMBERS_PER_WORD);
      return;
    }
    this.low = low;
    this.high = high;
    for (let i = 0; i < this.processes; i++) {
      this.set(i, this.pairs.first(numberIn(low, high, i)));
    }
  }

  /**
   * Gives the key with the latches of the state at hand, and with those that were set. Whoever is
   * gone has none.
   */
  lead(low: u64, high: u64, latchesSet: u32): void {
    if (this.plain) {
      this.low = low | ((this.ownLow | spread(latchesSet)) & peopled(low));
      const latchesHigh = this.ownHigh | spread(latchesSet >> NUMBERS_PER_WORD);
      this.high = high | (latchesHigh & peopled(high));
      return;
    }
    const latches = this.own | latchesSet;
    this.low = low;
    this.high = high;
    for (let i = 0; i < this.processes; i++) {
      this.set(i, this.pairs.with(numberIn(low, high, i), (latches >> i & 1) != 0));
    }
  }

  dispose(): void { if (!this.plain) this.pairs.dispose(); }

  private latchesIn(low: u64, high: u64): u32 {
    if (this.plain) {
      const latches = gathered(low) | gathered(high) << NUMBERS_PER_WORD;
      return latches & ((1 << this.processes) - 1);
    }
    let latches: u32 = 0;
    for (let i = 0; i < this.processes; i++) {
      if (this.pairs.isLatched(numberIn(low, high, i))) latches |= 1 << i;
    }
    return latches;
  }

  private set(part: i32, number: u32): void {
    if (part < NUMBERS_PER_WORD) this.low = withNumber(this.low, part, number);
    else this.high = withNumber(this.high, part - NUMBERS_PER_WORD, number);
  }
}
