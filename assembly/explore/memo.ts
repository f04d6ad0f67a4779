import { SPREAD, SPREAD_TOO, zeroed } from "./contents";
import { Keys } from "./keys";
import { Latches } from "./latches";
import { Seen } from "./seen";
import { Tallies, Tally } from "./tallies";
import { Verdicts } from "./verdicts";

// What all calls give in a state is noted, and taken over by the states that differ from it only in
// exec latches that no call has looked at.

/** What calls give. The tallies follow, four bytes for each, then where they lead. */
@unmanaged
class Record {
  /** One for each process that makes calls. */
  tallies: u32;
  /** Where they lead: each state once, and each that a latch is set in. */
  leads: u32;
  /** The calls that lead to another state and set no latch. */
  changes: u32;

  tally(i: u32): usize { return changetype<usize>(this) + offsetof<Record>() + (<usize>i << 2); }
  get keys(): usize { return (this.tally(this.tallies) + 7) & ~7; }
}

/** Where a record is found: by the key without latches, and the latches that matter. */
@unmanaged
class Place {
  low: u64;
  record: Record;
  latches: u16;
  /** Where no latches are set: those that some call has looked at, whatever the others. */
  seen: u16;
  /** Where keys have two words. */
  high: u64;
}

const CHUNK: usize = 1 << 20;

export class Memo {
  /** How many calls were taken over, and how many of them lead to another state. */
  transitions: u64 = 0;
  changes: u64 = 0;
  private readonly tallies: Tallies = new Tallies();
  private readonly latches: Latches;
  private count: u32 = 0;
  private log: u32 = 10;
  private table: usize;
  private readonly chunks: usize[] = [];
  private top: usize = 0;
  private end: usize = 0;
  private readonly wide: bool;
  /** The state at hand without its latches. */
  private low: u64 = 0;
  private high: u64 = 0;
  /** The record in the making. */
  private readonly madeTallies: usize[] = [];
  private readonly lows: u64[] = [];
  private readonly highs: u64[] = [];
  private readonly sets: u8[] = [];
  private madeChanges: u32 = 0;

  constructor(private readonly keys: Keys, processes: i32) {
    this.wide = keys.isWide;
    this.latches = new Latches(processes, keys.view, keys.slots);
    this.table = zeroed(this.placeSize << this.log);
  }

  get bytes(): usize {
    return (this.placeSize << this.log) + <usize>this.chunks.length * CHUNK + this.tallies.bytes;
  }

  countInto(verdicts: Verdicts): void { this.tallies.countInto(verdicts); }

  /** Enters a state. Where it is known what calls give in it, takes that over, and is true. */
  recall(seen: Seen, state: u32): bool {
    const low = seen.low(state);
    const high = seen.high(state);
    const latches = this.latches;
    latches.enter(low, high);
    this.low = latches.low;
    this.high = latches.high;
    let place = this.find(0);
    if (place.seen != 0) place = this.find(<u16>latches.own & place.seen);
    const record = place.record;
    if (changetype<usize>(record) == 0) return false;
    this.takeOver(record, low, high, seen);
    return true;
  }

  /** Notes how a call came out. */
  meet(letter: i32, verdict: i32): void { this.tallies.add(letter, verdict); }

  /** Notes that a call leads to the state whose key is held, and whose latches it sets. */
  lead(latchesSet: u32): void {
    this.latches.bare(this.keys.low, this.keys.high);
    const low = this.latches.low;
    const high = this.latches.high;
    if (latchesSet == 0) {
      this.madeChanges++;
      if (this.leads(low, high)) return;
    }
    this.lows.push(low);
    this.highs.push(high);
    this.sets.push(<u8>latchesSet);
    this.latches.lead(low, high, latchesSet);
    assert(this.latches.low == this.keys.low && this.latches.high == this.keys.high,
      "a call has set a latch and did not note it");
  }

  /** All calls of a process are noted. */
  endCaller(): void {
    const tally = this.tallies.take();
    tally.times++;
    this.madeTallies.push(changetype<usize>(tally));
  }

  /** Everything is noted for the state that was entered. Calls have looked at these latches. */
  keep(latchesSeen: u32): void {
    if (!this.keys.crowded) this.put(latchesSeen);
    this.madeTallies.length = this.lows.length = this.highs.length = this.sets.length = 0;
    this.madeChanges = 0;
  }

  private put(latchesSeen: u32): void {
    const bare = this.find(0);
    bare.seen |= <u16>latchesSeen;
    const latches = <u16>this.latches.own & bare.seen;
    this.find(latches).record = this.make();
    if (this.count << 3 > <u32>7 << this.log) this.grow();
  }

  dispose(): void {
    this.forget();
    heap.free(this.table);
    this.tallies.dispose();
    this.latches.dispose();
  }

  private get placeSize(): usize { return this.wide ? offsetof<Place>() : offsetof<Place>("high"); }

  private leads(low: u64, high: u64): bool {
    for (let i = 0, n = this.lows.length; i < n; i++) {
      if (unchecked(this.lows[i] == low && this.highs[i] == high && this.sets[i] == 0)) return true;
    }
    return false;
  }

  /** The place for the state at hand with these latches; if it has none, it gets one. */
  private find(latches: u16): Place {
    const size = this.placeSize;
    const end = this.table + (size << this.log);
    const hash = mix(this.low, this.high, latches);
    let at = this.table + <usize>(hash >> (64 - this.log)) * size;
    while (true) {
      const place = changetype<Place>(at);
      if (place.low == this.low && place.latches == latches
        && (!this.wide || place.high == this.high)) return place;
      if (place.low == 0) break;
      at += size;
      if (at == end) at = this.table;
    }
    return this.take(changetype<Place>(at), latches);
  }

  private take(place: Place, latches: u16): Place {
    place.low = this.low;
    place.latches = latches;
    if (this.wide) place.high = this.high;
    this.count++;
    return place;
  }

  private grow(): void {
    const size = this.placeSize;
    const old = this.table;
    const stop = old + (size << this.log);
    this.log++;
    this.count = 0;
    this.table = zeroed(size << this.log);
    for (let at = old; at < stop; at += size) {
      const place = changetype<Place>(at);
      if (place.low == 0) continue;
      this.low = place.low;
      this.high = this.wide ? place.high : 0;
      const taken = this.find(place.latches);
      taken.record = place.record;
      taken.seen = place.seen;
    }
    heap.free(old);
  }

  private make(): Record {
    const leads = this.lows.length;
    const tallies = this.madeTallies.length;
    const keySize: usize = this.wide ? 16 : 8;
    const size = ((offsetof<Record>() + (<usize>tallies << 2) + 7) & ~7)
      + <usize>leads * keySize + ((<usize>leads + 7) & ~7);
    const at = this.allocate(size);
    const record = changetype<Record>(at);
    record.tallies = tallies;
    record.leads = leads;
    record.changes = this.madeChanges;
    for (let i = 0; i < tallies; i++) {
      store<usize>(record.tally(i), this.madeTallies[i]);
    }
    let key = record.keys;
    for (let i = 0; i < leads; i++) {
      store<u64>(key, this.lows[i]);
      if (this.wide) store<u64>(key, this.highs[i], 8);
      key += keySize;
    }
    for (let i = 0; i < leads; i++) store<u8>(key + <usize>i, this.sets[i]);
    return record;
  }

  private allocate(size: usize): usize {
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

  private forget(): void {
    for (let i = 0; i < this.chunks.length; i++) heap.free(this.chunks[i]);
    this.chunks.length = 0;
    this.top = this.end = 0;
  }

  private takeOver(record: Record, low: u64, high: u64, seen: Seen): void {
    this.transitions = 0;
    for (let i: u32 = 0, n = record.tallies; i < n; i++) {
      const tally = changetype<Tally>(load<usize>(record.tally(i)));
      tally.times++;
      this.transitions += tally.length;
    }
    this.changes = record.changes;
    const n = record.leads;
    let key = record.keys;
    let set = key + (<usize>n << (this.wide ? 4 : 3));
    for (const stop = set; key < stop; key += this.wide ? 16 : 8) {
      const latchesSet: u32 = load<u8>(set++);
      this.latches.lead(load<u64>(key), this.wide ? load<u64>(key, 8) : 0, latchesSet);
      const toLow = this.latches.low;
      const toHigh = this.latches.high;
      if (latchesSet != 0) {
        if (toLow == low && toHigh == high) continue;
        this.changes++;
      }
      seen.note(toLow, toHigh, 0, 0);
    }
  }
}

function mix(low: u64, high: u64, latches: u32): u64 {
  const hash = (low ^ rotl((high ^ latches) * SPREAD_TOO, 29)) * SPREAD;
  return hash ^ (hash << 32);
}
