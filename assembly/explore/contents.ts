// Pieces of a state, numbered. A state of an exploration is a few such numbers side by side,
// however many fields a process has; SPIN calls this collapse compression.

/** Odd numbers whose products have their bits well spread. */
export const SPREAD: u64 = <u64>0x9e3779b9 << 32 | 0x7f4a7c15;
export const SPREAD_TOO: u64 = <u64>0xc2b2ae3d << 32 | 0x27d4eb4f;

/** Numbers fit into 16 bits; 0 stands for none. */
export const CONTENTS_MAX: u32 = 65535;

/** Both pieces hold the same. Their size is a multiple of 16 bytes. */
export function same(a: usize, b: usize, size: usize): bool {
  let differing = i64x2(0, 0);
  for (const stop = a + size; a < stop; a += 16, b += 16) {
    differing = v128.or(differing, v128.xor(v128.load(a), v128.load(b)));
  }
  return !v128.any_true(differing);
}

export function copy(to: usize, from: usize, size: usize): void {
  for (const stop = from + size; from < stop; from += 16, to += 16) {
    v128.store(to, v128.load(from));
  }
}

/** Every content that a piece of this size has had, each once. Equal contents have one number. */
export class Contents {
  count: u32 = 0;
  private room: u32 = 64;
  private store: usize;
  /** The numbers by the hashes of their contents; there are four places for each. */
  private index: usize;
  constructor(private readonly size: usize) {
    this.store = heap.alloc(<usize>(this.room + 1) * size);
    this.index = zeroed(<usize>this.room << 4);
  }

  /** Where the content with a number lies, until the next one is numbered. */
  at(number: u32): usize { return this.store + <usize>number * this.size; }

  /** The number of a content, which it gets if it has none; 0 if there are too many. */
  numberOf(piece: usize): u32 {
    const place = this.placeOf(piece);
    const number = this.numberAt(place);
    if (number != 0) return number;
    return this.count == CONTENTS_MAX ? 0 : this.add(piece, place);
  }

  /** The number that a content has, or 0. */
  find(piece: usize): u32 { return this.numberAt(this.placeOf(piece)); }

  dispose(): void {
    heap.free(this.store);
    heap.free(this.index);
  }

  /** What this takes, in bytes. */
  get bytes(): usize { return <usize>(this.room + 1) * this.size + (<usize>this.room << 4); }

  private get mask(): u32 { return (this.room << 2) - 1; }

  private numberAt(place: u32): u32 { return load<u32>(this.index + (<usize>place << 2)); }

  /** Where the number of the content stands, or belongs. */
  private placeOf(piece: usize): u32 {
    let place = this.home(piece);
    for (let number = this.numberAt(place); number != 0; number = this.numberAt(place)) {
      if (same(this.at(number), piece, this.size)) break;
      place = (place + 1) & this.mask;
    }
    return place;
  }

  private home(piece: usize): u32 {
    let a: u64 = 0;
    let b: u64 = 0;
    for (let at = piece, stop = piece + this.size; at < stop; at += 16) {
      a = (rotl(a, 7) ^ load<u64>(at)) * SPREAD;
      b = (rotl(b, 11) ^ load<u64>(at, 8)) * SPREAD_TOO;
    }
    return <u32>((a ^ rotl(b, 32)) >> 32) & this.mask;
  }

  private add(piece: usize, place: u32): u32 {
    if (this.count == this.room) {
      this.grow();
      place = this.freePlace(piece);
    }
    const number = ++this.count;
    copy(this.at(number), piece, this.size);
    store<u32>(this.index + (<usize>place << 2), number);
    return number;
  }

  private freePlace(piece: usize): u32 {
    let place = this.home(piece);
    while (this.numberAt(place) != 0) place = (place + 1) & this.mask;
    return place;
  }

  private grow(): void {
    const old = this.store;
    this.room <<= 1;
    this.store = heap.alloc(<usize>(this.room + 1) * this.size);
    memory.copy(this.store, old, <usize>(this.count + 1) * this.size);
    heap.free(old);
    heap.free(this.index);
    this.index = zeroed(<usize>this.room << 4);
    for (let number: u32 = 1; number <= this.count; number++) {
      store<u32>(this.index + (<usize>this.freePlace(this.at(number)) << 2), number);
    }
  }
}

/** Memory of the heap, all zero. */
export function zeroed(size: usize): usize {
  const at = heap.alloc(size);
  memory.fill(at, 0, size);
  return at;
}
