import { INIT_PID, Pid } from "../process";

/** Every way to give the numbers of a few processes to one another. The first leaves them alone. */
export class Permutations {
  readonly count: i32;
  /** By permutation and place: the place that is meant instead. */
  private readonly places: StaticArray<u8>;
  /** By permutation and a byte of two numbers: both numbers renamed. */
  private readonly pairs: StaticArray<u8>;

  constructor(private readonly size: i32) {
    let count = 1;
    for (let n = 2; n <= size; n++) count *= n;
    this.count = count;
    this.places = new StaticArray<u8>(count * size);
    this.pairs = new StaticArray<u8>(count << 8);
    for (let which = 0; which < count; which++) {
      this.fill(which);
      this.fillPairs(which);
    }
  }

  place(which: i32, place: i32): i32 {
    return unchecked(this.places[which * this.size + place]);
  }

  /** The number that a process gets; what is no process's number stays. */
  pid(which: i32, pid: Pid): Pid {
    const place = pid - INIT_PID;
    return place >= 0 && place < this.size ? INIT_PID + this.place(which, place) : pid;
  }

  /** Two numbers below 16, each in half a byte. */
  pair(which: i32, numbers: u32): u32 { return unchecked(this.pairs[which << 8 | numbers]); }

  private fillPairs(which: i32): void {
    for (let numbers = 0; numbers < 256; numbers++) {
      const pair = this.pid(which, numbers & 15) | this.pid(which, numbers >> 4) << 4;
      this.pairs[which << 8 | numbers] = <u8>pair;
    }
  }

  /** The digits of `which`, in bases that grow by one, say which of the places left comes next. */
  private fill(which: i32): void {
    const at = which * this.size;
    let taken = 0;
    for (let i = 0, rest = which; i < this.size; i++) {
      let n = rest % (this.size - i);
      rest /= this.size - i;
      let place = 0;
      while ((taken >> place & 1) != 0 || n-- > 0) place++;
      taken |= 1 << place;
      this.places[at + i] = <u8>place;
    }
  }
}
