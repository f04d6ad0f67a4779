import { Keys } from "./keys";

/** How one call went in one state, as far as ways can be told apart. */
export class Way {
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
export const WAYS_MAX: i32 = 64;
