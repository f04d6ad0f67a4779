import { SPREAD, zeroed } from "./contents";
import { Verdicts } from "./verdicts";

/** How the calls of one process came out. A letter and a verdict for each follow. */
@unmanaged
export class Tally {
  /** How often that was met and not counted yet. */
  times: u64;
  hash: u32;
  length: u32;

  item(i: u32): u32 {
    return load<u32>(changetype<usize>(this) + (<usize>i << 2), offsetof<Tally>());
  }
}

/** Tallies, each once: in many states the calls of a process come to the same. */
export class Tallies {
  private count: u32 = 0;
  private log: u32 = 10;
  /** Their addresses by their hashes. */
  private table: usize;
  /** The one in the making. */
  private readonly items: u32[] = [];
  private itemBytes: usize = 0;

  constructor() { this.table = zeroed(<usize>4 << this.log); }

  get bytes(): usize { return (<usize>4 << this.log) + this.itemBytes; }

  add(letter: i32, verdict: i32): void { this.items.push(<u32>letter << 16 | <u32>verdict); }

  /** The tally of what was added since the last one. */
  take(): Tally {
    if (this.count << 1 >> this.log != 0) this.grow();
    const hash = this.hashOf();
    const place = this.placeOf(hash);
    let tally = load<usize>(place);
    if (tally == 0) {
      tally = this.make(hash);
      store<usize>(place, tally);
    }
    this.items.length = 0;
    return changetype<Tally>(tally);
  }

  /** Counts what was not counted yet. */
  countInto(verdicts: Verdicts): void {
    for (let at = this.table, stop = this.end; at < stop; at += 4) {
      const tally = changetype<Tally>(load<usize>(at));
      if (changetype<usize>(tally) == 0 || tally.times == 0) continue;
      for (let i: u32 = 0; i < tally.length; i++) {
        const item = tally.item(i);
        verdicts.add(<i32>(item >> 16), <i32>(item & 0xffff), tally.times);
      }
      tally.times = 0;
    }
  }

  dispose(): void {
    for (let at = this.table, stop = this.end; at < stop; at += 4) {
      const tally = load<usize>(at);
      if (tally != 0) heap.free(tally);
    }
    heap.free(this.table);
  }

  private get end(): usize { return this.table + (<usize>4 << this.log); }

  private hashOf(): u32 {
    let hash: u64 = 0;
    for (let i = 0, n = this.items.length; i < n; i++) {
      hash = rotl(hash ^ unchecked(this.items[i]), 29) * SPREAD;
    }
    return <u32>(hash >> 32);
  }

  private placeOf(hash: u32): usize {
    let place = hash;
    while (true) {
      const at = this.table + (<usize>(place & ((1 << this.log) - 1)) << 2);
      const tally = changetype<Tally>(load<usize>(at));
      if (changetype<usize>(tally) == 0 || (tally.hash == hash && this.isMade(tally))) return at;
      place++;
    }
  }

  private isMade(tally: Tally): bool {
    const n = this.items.length;
    if (tally.length != <u32>n) return false;
    for (let i = 0; i < n; i++) if (tally.item(i) != unchecked(this.items[i])) return false;
    return true;
  }

  private make(hash: u32): usize {
    const n = this.items.length;
    const size = offsetof<Tally>() + (<usize>n << 2);
    const at = heap.alloc(size);
    const tally = changetype<Tally>(at);
    tally.times = 0;
    tally.hash = hash;
    tally.length = n;
    for (let i = 0; i < n; i++) {
      store<u32>(at + (<usize>i << 2), unchecked(this.items[i]), offsetof<Tally>());
    }
    this.count++;
    this.itemBytes += size;
    return at;
  }

  private grow(): void {
    const old = this.table;
    const stop = this.end;
    this.log++;
    this.table = zeroed(<usize>4 << this.log);
    for (let at = old; at < stop; at += 4) {
      const tally = load<usize>(at);
      if (tally == 0) continue;
      let place = changetype<Tally>(tally).hash & ((1 << this.log) - 1);
      while (load<usize>(this.table + (<usize>place << 2)) != 0) {
        place = (place + 1) & ((1 << this.log) - 1);
      }
      store<usize>(this.table + (<usize>place << 2), tally);
    }
    heap.free(old);
  }
}
