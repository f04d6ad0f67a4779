import { SPREAD, SPREAD_TOO, zeroed } from "./contents";

// The states that were found, each once, in the order in which they were found. A state is its key:
// one or two words. A key that may be new is first noted, and looked up with others, so that the
// memory can fetch many places at once.

const BATCH: i32 = 64;
/** So many keys that were noted lately are known without a look into the large table. */
const RECENT_LOG: usize = 14;
const CHUNK_LOG: u32 = 16;
const CHUNK: u32 = 1 << CHUNK_LOG;
/** Where a state was first found: from which other one, and by which move. */
@unmanaged
export class Origin {
  from: u32;
  move: u32;
}

export class Seen {
  /** How many states there are. */
  count: u32 = 0;
  private waiting: i32 = 0;
  private sink: u64 = 0;
  private log: u32 = 12;
  private table: usize;
  /**
   * The keys in the order in which they were found, in chunks; behind each, where tracked, its
   * origin.
   */
  private readonly chunks: usize[] = [];
  private readonly noted: usize;
  private readonly origins: usize;
  private readonly homes: usize;
  private readonly recent: usize;

  constructor(private readonly wide: bool, private readonly tracked: bool) {
    this.table = zeroed(this.placeSize << this.log);
    this.noted = heap.alloc(<usize>BATCH << 4);
    this.origins = heap.alloc(<usize>BATCH << 3);
    this.homes = heap.alloc(<usize>BATCH << 3);
    this.recent = zeroed(<usize>16 << RECENT_LOG);
  }

  private get keySize(): usize { return this.wide ? 16 : 8; }
  /** A place of the table: a key and, where tracked, the number of its state. */
  private get placeSize(): usize { return this.keySize + (this.tracked ? 8 : 0); }
  private get recordSize(): usize { return this.keySize + (this.tracked ? offsetof<Origin>() : 0); }

  /** What this takes, in bytes. */
  get bytes(): usize {
    const records = <usize>this.chunks.length * (this.recordSize << CHUNK_LOG);
    return (this.placeSize << this.log) + records;
  }

  /** The first word of a state's key, and its second, which is 0 where one is enough. */
  low(state: u32): u64 { return load<u64>(this.record(state)); }
  high(state: u32): u64 { return this.wide ? load<u64>(this.record(state), 8) : 0; }
  origin(state: u32): Origin { return changetype<Origin>(this.record(state) + this.keySize); }

  /** The number of a state that was found, where the origins are tracked. */
  numberOf(low: u64, high: u64): u32 {
    return load<u32>(this.find(low, high, mix(low, high)) + this.keySize);
  }

  /** Notes a key. It is looked up by `flush`, at the latest when there are many. */
  note(low: u64, high: u64, from: u32, move: u32): void {
    const hash = mix(low, high);
    if (this.isRecent(low, high, hash)) return;
    const at = this.noted + (<usize>this.waiting << 4);
    store<u64>(at, low);
    store<u64>(at, high, 8);
    store<u64>(this.homes + (<usize>this.waiting << 3), hash);
    const origin = changetype<Origin>(this.origins + (<usize>this.waiting << 3));
    origin.from = from;
    origin.move = move;
    if (++this.waiting == BATCH) this.flush();
  }

  /** Looks up what was noted; what is new is now one of the states. */
  flush(): void {
    if (<u64>(this.count + BATCH) * 4 > (<u64>3 << this.log)) this.grow();
    this.touch();
    for (let i = 0; i < this.waiting; i++) {
      const at = this.noted + (<usize>i << 4);
      this.enter(load<u64>(at), load<u64>(at, 8), load<u64>(this.homes + (<usize>i << 3)),
        changetype<Origin>(this.origins + (<usize>i << 3)));
    }
    this.waiting = 0;
  }

  dispose(): void {
    for (let i = 0; i < this.chunks.length; i++) heap.free(this.chunks[i]);
    heap.free(this.table);
    heap.free(this.noted);
    heap.free(this.origins);
    heap.free(this.homes);
    heap.free(this.recent);
  }

  /** The key was noted lately. If not, it is now. */
  private isRecent(low: u64, high: u64, hash: u64): bool {
    const at = this.recent + (<usize>(hash >> (64 - <u64>RECENT_LOG)) << 4);
    if (load<u64>(at) == low && load<u64>(at, 8) == high) return true;
    store<u64>(at, low);
    store<u64>(at, high, 8);
    return false;
  }

  /** Has the memory fetch all the places that will be looked at, so that none waits for another. */
  private touch(): void {
    let touched: u64 = 0;
    for (let i = 0; i < this.waiting; i++) {
      touched ^= load<u64>(this.place(load<u64>(this.homes + (<usize>i << 3))));
    }
    this.sink = touched;
  }

  private place(hash: u64): usize {
    return this.table + <usize>(hash >> (64 - this.log)) * this.placeSize;
  }

  private enter(low: u64, high: u64, hash: u64, origin: Origin): void {
    const at = this.find(low, high, hash);
    if (load<u64>(at) != 0) return;
    this.put(at, low, high, this.count);
    this.keep(low, high, origin);
  }

  private put(at: usize, low: u64, high: u64, state: u32): void {
    store<u64>(at, low);
    if (this.wide) store<u64>(at, high, 8);
    if (this.tracked) store<u32>(at + this.keySize, state);
  }

  /** The place of the key in the table, or the free one where it belongs. */
  private find(low: u64, high: u64, hash: u64): usize {
    const end = this.table + (this.placeSize << this.log);
    let at = this.place(hash);
    while (true) {
      const word = load<u64>(at);
      if (word == 0 || (word == low && (!this.wide || load<u64>(at, 8) == high))) return at;
      at += this.placeSize;
      if (at == end) at = this.table;
    }
  }

  private record(state: u32): usize {
    const place = <usize>(state & (CHUNK - 1));
    return unchecked(this.chunks[state >> CHUNK_LOG]) + place * this.recordSize;
  }

  private keep(low: u64, high: u64, origin: Origin): void {
    if ((this.count & (CHUNK - 1)) == 0) this.chunks.push(heap.alloc(this.recordSize << CHUNK_LOG));
    const state = this.count++;
    const at = this.record(state);
    store<u64>(at, low);
    if (this.wide) store<u64>(at, high, 8);
    if (!this.tracked) return;
    const kept = this.origin(state);
    kept.from = origin.from;
    kept.move = origin.move;
  }

  private grow(): void {
    heap.free(this.table);
    this.log++;
    this.table = zeroed(this.placeSize << this.log);
    for (let state: u32 = 0; state < this.count; state++) {
      const low = this.low(state);
      const high = this.high(state);
      this.put(this.find(low, high, mix(low, high)), low, high, state);
    }
  }
}

function mix(low: u64, high: u64): u64 {
  const hash = (low ^ rotl(high * SPREAD_TOO, 29)) * SPREAD;
  return hash ^ (hash << 32);
}
