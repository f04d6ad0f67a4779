import { SPREAD, SPREAD_TOO, zeroed } from "./contents";
import { Keys } from "./keys";
import { Latches } from "./latches";
import { Record, Records } from "./records";
import { Seen } from "./seen";
import { Tallies } from "./tallies";
import { Verdicts } from "./verdicts";

// What all calls give in a state is kept, and taken over by the states that differ from it only in
// exec latches that no call has looked at.

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

/** So many states are looked at ahead. */
const AHEAD: u32 = 16;
/** Records take no more bytes than these: then all are forgotten, and it is begun anew. */
const RECORDS_MAX: usize = 1 << 28;

export class Memo {
  /** Of what was taken over last: how many calls, and how many of them lead to another state. */
  transitions: u64 = 0;
  changes: u64 = 0;
  private readonly tallies: Tallies = new Tallies();
  private readonly records: Records;
  private readonly latches: Latches;
  private count: u32 = 0;
  private log: u32 = 10;
  private table: usize;
  private readonly wide: bool;
  /** The state at hand without its latches. */
  private low: u64 = 0;
  private high: u64 = 0;
  private sink: u64 = 0;

  constructor(private readonly keys: Keys, processes: i32) {
    this.wide = keys.isWide;
    this.records = new Records(keys.isWide);
    this.latches = new Latches(processes, keys.view, keys.slots);
    this.table = zeroed(this.tableSize);
  }

  /** What this takes, in bytes. */
  get bytes(): usize { return this.tableSize + this.records.bytes + this.tallies.bytes; }

  countInto(verdicts: Verdicts): void { this.tallies.countInto(verdicts); }

  /** Enters a state. Where it is known what calls give in it, takes that over, and is true. */
  recall(seen: Seen, state: u32): bool {
    if ((state & (AHEAD - 1)) == 0) this.fetch(seen, state);
    const low = seen.low(state);
    const high = seen.high(state);
    this.enter(low, high);
    const record = this.recordAtHand();
    if (changetype<usize>(record) == 0) return false;
    this.transitions = record.meet();
    this.changes = record.changes;
    this.follow(record, low, high, seen);
    return true;
  }

  /** Notes how a call came out. */
  meet(letter: i32, verdict: i32): void { this.tallies.add(letter, verdict); }

  /** Notes that a call leads to the state whose key is held, and whose latches it sets. */
  lead(latchesSet: u32): void {
    const latches = this.latches;
    latches.bare(this.keys.low, this.keys.high);
    this.records.addKey(latches.low, latches.high, latchesSet);
    latches.lead(latches.low, latches.high, latchesSet);
    assert(latches.low == this.keys.low && latches.high == this.keys.high,
      "a call has set a latch and did not note it");
  }

  /** All calls of a process are noted. */
  endCaller(): void {
    const tally = this.tallies.take();
    tally.times++;
    this.records.addTally(tally);
  }

  /** Everything is noted for the state that was entered. Calls have looked at these latches. */
  keep(latchesSeen: u32): void {
    if (!this.keys.crowded) this.put(latchesSeen);
    this.records.begin();
    if (this.records.bytes > RECORDS_MAX) this.forget();
    else if (this.count << 3 > <u32>7 << this.log) this.grow();
  }

  dispose(): void {
    this.records.clear();
    heap.free(this.table);
    this.tallies.dispose();
    this.latches.dispose();
  }

  private get placeSize(): usize { return this.wide ? offsetof<Place>() : offsetof<Place>("high"); }
  private get tableSize(): usize { return this.placeSize << this.log; }

  /**
   * What is found under some latches holds for all states that have those of the latches seen: the
   * calls of its record have looked at no others.
   */
  private put(latchesSeen: u32): void {
    const bare = this.find(0);
    bare.seen |= <u16>latchesSeen;
    this.find(<u16>this.latches.own & bare.seen).record = this.records.make();
  }

  /** Null if there is none. */
  private recordAtHand(): Record {
    const bare = this.find(0);
    return bare.seen == 0 ? bare.record : this.find(<u16>this.latches.own & bare.seen).record;
  }

  /** Has the memory fetch what is known of the next states, so that none waits for another. */
  private fetch(seen: Seen, state: u32): void {
    const stop = min(state + AHEAD, seen.count);
    let fetched: u64 = 0;
    for (let next = state; next < stop; next++) {
      this.latches.bare(seen.low(next), seen.high(next));
      fetched ^= load<u64>(this.home(mix(this.latches.low, this.latches.high, 0)));
    }
    for (let next = state; next < stop; next++) {
      this.enter(seen.low(next), seen.high(next));
      const record = this.recordAtHand();
      if (changetype<usize>(record) != 0) fetched ^= record.changes;
    }
    this.sink = fetched;
  }

  private enter(low: u64, high: u64): void {
    this.latches.enter(low, high);
    this.low = this.latches.low;
    this.high = this.latches.high;
  }

  /** Notes the states that calls lead to. Whether setting a latch changes anything is seen here. */
  private follow(record: Record, low: u64, high: u64, seen: Seen): void {
    const latches = this.latches;
    let key = record.keys;
    let set = key + (<usize>record.keyCount << (this.wide ? 4 : 3));
    for (const stop = set; key < stop; key += this.wide ? 16 : 8) {
      const latchesSet: u32 = load<u8>(set++);
      latches.lead(load<u64>(key), this.wide ? load<u64>(key, 8) : 0, latchesSet);
      if (latchesSet != 0) {
        if (latches.low == low && latches.high == high) continue;
        this.changes++;
      }
      seen.note(latches.low, latches.high, 0, 0);
    }
  }

  private home(hash: u64): usize {
    return this.table + <usize>(hash >> (64 - this.log)) * this.placeSize;
  }

  /** The place for the state at hand with these latches; if it has none, it gets one. */
  private find(latches: u16): Place {
    const size = this.placeSize;
    const end = this.table + this.tableSize;
    let at = this.home(mix(this.low, this.high, latches));
    while (true) {
      const place = changetype<Place>(at);
      if (place.low == this.low && place.latches == latches
        && (!this.wide || place.high == this.high)) return place;
      if (place.low == 0) return this.take(place, latches);
      at += size;
      if (at == end) at = this.table;
    }
  }

  private take(place: Place, latches: u16): Place {
    place.low = this.low;
    place.latches = latches;
    if (this.wide) place.high = this.high;
    this.count++;
    return place;
  }

  private grow(): void {
    const old = this.table;
    const stop = old + this.tableSize;
    this.log++;
    this.count = 0;
    this.table = zeroed(this.tableSize);
    for (let at = old; at < stop; at += this.placeSize) {
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

  private forget(): void {
    this.records.clear();
    memory.fill(this.table, 0, this.tableSize);
    this.count = 0;
  }
}

function mix(low: u64, high: u64, latches: u32): u64 {
  const hash = (low ^ rotl((high ^ latches) * SPREAD_TOO, 29)) * SPREAD;
  return hash ^ (hash << 32);
}
