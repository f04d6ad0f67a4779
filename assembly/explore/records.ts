import { Tally } from "./tallies";

/** What calls give in a state. The tallies follow, then the keys, then what latches they set. */
@unmanaged
export class Record {
  /** One for each process that makes calls. */
  tallies: u32;
  /** Where calls lead: each key once, and each that a latch is set in. Without latches. */
  keyCount: u32;
  /** The calls that lead to another state and set no latch. */
  changes: u32;

  /** The tallies were met once more. Gives how many calls these are. */
  meet(): u32 {
    let calls: u32 = 0;
    for (let i: u32 = 0; i < this.tallies; i++) {
      const tally = changetype<Tally>(load<usize>(this.tally(i)));
      tally.times++;
      calls += tally.length;
    }
    return calls;
  }

  get keys(): usize { return (this.tally(this.tallies) + 7) & ~7; }

  tally(i: u32): usize { return changetype<usize>(this) + offsetof<Record>() + (<usize>i << 2); }
}

const CHUNK: usize = 1 << 20;

/** Makes records, and has room for them. */
export class Records {
  private readonly chunks: usize[] = [];
  private top: usize = 0;
  private end: usize = 0;
  /** The one in the making. */
  private readonly tallies: usize[] = [];
  private readonly lows: u64[] = [];
  private readonly highs: u64[] = [];
  private readonly sets: u8[] = [];
  private changes: u32 = 0;

  constructor(private readonly wide: bool) {}

  get bytes(): usize { return <usize>this.chunks.length * CHUNK; }

  addTally(tally: Tally): void { this.tallies.push(changetype<usize>(tally)); }

  /** Adds where a call leads, and what latches it sets. */
  addKey(low: u64, high: u64, latchesSet: u32): void {
    if (latchesSet == 0) {
      this.changes++;
      if (this.holds(low, high)) return;
    }
    this.lows.push(low);
    this.highs.push(high);
    this.sets.push(<u8>latchesSet);
  }

  /** The record of what was added since the last one was begun. */
  make(): Record {
    const keys = this.lows.length;
    const tallies = this.tallies.length;
    const keySize: usize = this.wide ? 16 : 8;
    const head = (offsetof<Record>() + (<usize>tallies << 2) + 7) & ~7;
    const record = changetype<Record>(this.allocate(head + <usize>keys * (keySize + 1)));
    record.tallies = tallies;
    record.keyCount = keys;
    record.changes = this.changes;
    for (let i = 0; i < tallies; i++) store<usize>(record.tally(i), unchecked(this.tallies[i]));
    let at = record.keys;
    for (let i = 0; i < keys; i++, at += keySize) {
      store<u64>(at, unchecked(this.lows[i]));
      if (this.wide) store<u64>(at, unchecked(this.highs[i]), 8);
    }
    for (let i = 0; i < keys; i++) store<u8>(at + <usize>i, unchecked(this.sets[i]));
    return record;
  }

  begin(): void {
    this.tallies.length = this.lows.length = this.highs.length = this.sets.length = 0;
    this.changes = 0;
  }

  /** No record is needed any more. */
  clear(): void {
    for (let i = 0; i < this.chunks.length; i++) heap.free(this.chunks[i]);
    this.chunks.length = 0;
    this.top = this.end = 0;
  }

  private holds(low: u64, high: u64): bool {
    for (let i = 0, n = this.lows.length; i < n; i++) {
      if (unchecked(this.lows[i] == low && this.highs[i] == high && this.sets[i] == 0)) return true;
    }
    return false;
  }

  private allocate(size: usize): usize {
    size = (size + 7) & ~7;
    if (this.top + size > this.end) {
      const room = max(CHUNK, size);
      this.top = heap.alloc(room);
      this.end = this.top + room;
      this.chunks.push(this.top);
    }
    const at = this.top;
    this.top += size;
    return at;
  }
}
