// Where more than one thing may happen, the model asks here which. A decision list makes a step
// repeatable: the first run takes 0 everywhere and notes how many ways there were; `advance` then
// counts through all the others.

const DECISIONS_MAX: i32 = 256;
const taken = new StaticArray<u8>(DECISIONS_MAX);
const ways = new StaticArray<u8>(DECISIONS_MAX);
/** The decision that comes next in this run. */
let cursor: i32 = 0;
/** The decisions that are settled for this run or were met in it. */
let length: i32 = 0;
let overflowed: bool = false;

/** One of `count` alternatives, from 0. */
export function choose(count: i32): i32 {
  if (count <= 1) return 0;
  if (cursor == DECISIONS_MAX || count > 255) {
    overflowed = true;
    return 0;
  }
  if (cursor == length) {
    taken[cursor] = 0;
    ways[cursor] = <u8>count;
    length++;
  }
  return taken[cursor++];
}

/** Starts the first run: every decision is 0. */
export function beginFirst(): void {
  cursor = length = 0;
  overflowed = false;
}

/** Starts the next run; false if all have been made. */
export function advance(): bool {
  while (length > 0 && taken[length - 1] + 1 == ways[length - 1]) length--;
  if (length == 0) return false;
  taken[length - 1]++;
  cursor = 0;
  return true;
}

/** The first run has met no decision. */
export function isOnlyWay(): bool { return length == 0; }

/** Some run met more decisions than can be listed, so not every way was seen. */
export function choicesOverflowed(): bool { return overflowed; }
