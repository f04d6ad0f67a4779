import { Keys } from "./keys";

/** How one call went in one state, as far as ways can be told apart. */
class Way {
  verdict: i32 = 0;
  changed: bool = false;
  low: u64 = 0;
  high: u64 = 0;

  is(verdict: i32, keys: Keys): bool {
    return this.verdict == verdict && this.low == keys.low && this.high == keys.high;
  }
  take(verdict: i32, changed: bool, keys: Keys): void {
    this.verdict = verdict;
    this.changed = changed;
    this.low = keys.low;
    this.high = keys.high;
  }
}

/** More different ways of one call are not looked for: a few processes do not have them. */
const WAYS_MAX: i32 = 64;

/** The different ways that one call can go in one state. */
export class Ways {
  count: i32 = 0;
  private readonly all: StaticArray<Way> = new StaticArray<Way>(WAYS_MAX);

  constructor() {
    for (let i = 0; i < WAYS_MAX; i++) this.all[i] = new Way();
  }

  at(n: i32): Way { return this.all[n]; }

  /** Adds the way that leads to the key that is held, unless it is known. */
  add(verdict: i32, changed: bool, keys: Keys): void {
    for (let n = 0; n < this.count; n++) if (this.all[n].is(verdict, keys)) return;
    if (this.count < WAYS_MAX) this.all[this.count++].take(verdict, changed, keys);
  }
}
