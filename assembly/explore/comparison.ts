import { advance, beginFirst } from "../choice";
import { INIT_PID, Pid, Process, end, find, first } from "../process";
import { asked } from "../question";
import { surveyRules } from "../rule";
import { Completion, Outcome, answer, step } from "../step";
import { surveys } from "../survey";
import { Exploration } from "./exploration";
import { Move, making, moveOf } from "./letters";
import { look } from "./looks";
import { Rival } from "./rival";
import { Seen } from "./seen";

// Holds rivals against the kernel that is explored. In every state that was found every call is
// made, by the rivals too that might do something else there. What looks the same and is not is
// followed: a pair of states, one of each kernel.

/** All processes, one bit for each number. */
const EVERYBODY: u32 = ~0;
/** Of each rival, between two states that both kernels are in. */
const PAIRS_AT_ONCE: i32 = 16;
/** A call with more ways than these says nothing. */
const LOOKS_MAX: i32 = 64;

export class Comparison {
  readonly rivals: Rival[] = [];
  /** Those of them that nothing has told apart yet. */
  readonly open: Rival[] = [];
  /** The state that is next. */
  compared: u32 = 0;
  /** Those that might go another way in the call in hand. */
  private readonly asked: Rival[] = [];
  private readonly looks: StaticArray<u64> = new StaticArray<u64>(LOOKS_MAX);
  private ways: i32 = 0;
  /** There was no room for another process, which is no kernel's doing. */
  private full: bool = false;
  /** The first way: where it leads, and whether that is somewhere else. */
  private low: u64 = 0;
  private high: u64 = 0;
  private changed: bool = false;
  private made: Pid = 0;
  /** Whom the rival has made. */
  private madeByRival: Pid = 0;
  /** The states that pairs are made of, each with a number. */
  private halves: Seen = changetype<Seen>(0);

  constructor(private readonly search: Exploration) {}

  add(rival: Rival): void {
    this.rivals.push(rival);
    this.open.push(rival);
  }

  /** Something is left to be looked at. */
  get isPending(): bool {
    if (this.compared < this.search.seen.count) return true;
    for (let i = 0; i < this.open.length; i++) if (this.open[i].isPending) return true;
    return false;
  }

  /** Looks at so many states more. */
  advance(states: u32): void {
    this.search.machine.enter();
    if (changetype<usize>(this.halves) == 0) {
      this.halves = new Seen(this.search.keys.isWide, true);
    }
    surveyRules(true);
    for (; states > 0 && this.isPending && this.open.length > 0; states--) {
      if (this.compared < this.search.seen.count) this.compareAll(this.compared++);
      for (let i = this.open.length - 1; i >= 0; i--) this.follow(this.open[i]);
    }
    surveyRules(false);
  }

  dispose(): void {
    for (let i = 0; i < this.rivals.length; i++) this.rivals[i].dispose();
    if (changetype<usize>(this.halves) != 0) this.halves.dispose();
  }

  /** Every call in a state that all rivals may be in. */
  private compareAll(state: u32): void {
    this.search.enter(state);
    for (let p = first(), stop = end(); p != stop; p = p.next) {
      if (!p.runs) continue;
      for (let i = 0; i < this.search.letters.length; i++) this.compareOne(state, p, i);
    }
  }

  private compareOne(state: u32, caller: Process, i: i32): void {
    this.asked.length = 0;
    this.makeAll(caller, i, true);
    for (let r = 0; r < this.asked.length && !this.full; r++) {
      const rival = unchecked(this.asked[r]);
      rival.met = true;
      if (!this.makeAs(rival, caller, i)) this.tellFrom(state, rival, caller, i);
      else if (this.hasParted()) {
        rival.noteShared(this.half(), this.ownHalf(), state, this.move(caller, i));
      }
    }
  }

  /** The rival looks otherwise in a state that it shares with the kernel that is explored. */
  private tellFrom(state: u32, rival: Rival, caller: Process, i: i32): void {
    if (this.full) return;
    rival.shared = state;
    this.tell(rival, caller, i);
  }

  private tell(rival: Rival, caller: Process, i: i32): void {
    rival.told = true;
    this.open.splice(this.open.indexOf(rival), 1);
    rival.stays = this.ways == 1 && !this.changed;
    if (this.madeByRival != this.made) rival.aims = this.madeByRival;
    rival.moves.push(this.move(caller, i));
    rival.dispose();
  }

  private move(caller: Process, i: i32): Move { return making(moveOf(i, caller.pid), this.made); }

  /** Looks at some of the pairs of a rival. */
  private follow(rival: Rival): void {
    for (let n = 0; n < PAIRS_AT_ONCE && rival.isPending; n++) {
      this.comparePair(rival);
      rival.expanded++;
    }
  }

  private comparePair(rival: Rival): void {
    const theirs = rival.others;
    const own = rival.mine;
    this.enterHalf(theirs);
    let running: u32 = 0;
    for (let p = first(), stop = end(); p != stop; p = p.next) if (p.runs) running |= 1 << p.pid;
    for (; running != 0; running &= running - 1) {
      for (let i = 0; i < this.search.letters.length; i++) {
        if (this.comparePairBy(rival, theirs, own, <Pid>ctz(running), i)) return;
      }
    }
  }

  /** Whether that tells them apart. */
  private comparePairBy(rival: Rival, theirs: u32, own: u32, pid: Pid, i: i32): bool {
    this.enterHalf(theirs);
    this.makeAll(find(pid), i, false);
    this.enterHalf(own);
    const caller = find(pid);
    if (this.full) return false;
    if (this.makeAs(rival, caller, i)) {
      if (this.hasParted()) rival.noteNext(this.half(), this.ownHalf(), this.move(caller, i));
      return false;
    }
    if (this.full) return false;
    rival.tellFromPair();
    this.tell(rival, caller, i);
    return true;
  }

  private enterHalf(half: u32): void {
    this.search.keys.enter(this.halves.low(half), this.halves.high(half));
  }

  /**
   * Makes the call as the kernel that is explored does, in all ways; if asked for, with all rivals
   * that might go another way.
   */
  private makeAll(caller: Process, i: i32, asking: bool): void {
    this.ways = 0;
    this.full = false;
    this.made = 0;
    beginFirst();
    do {
      this.search.make(caller, i);
      if (asking) this.ask();
      this.full = this.full || this.isFull(i) || this.ways == LOOKS_MAX;
      if (this.full) {
        this.search.keys.leave(EVERYBODY);
        return;
      }
      unchecked(this.looks[this.ways] = look());
      if (this.ways == 0) this.takeFirst(i);
      else this.search.keys.leave(EVERYBODY);
      this.ways++;
    } while (advance());
  }

  /** Finds the rivals that might go another way than the call has gone. */
  private ask(): void {
    if (asked == 0 && surveys == 0) return;
    for (let r = 0; r < this.open.length; r++) {
      const rival = unchecked(this.open[r]);
      if (rival.differs(asked) && !this.asked.includes(rival)) this.asked.push(rival);
    }
  }

  private takeFirst(i: i32): void {
    this.made = this.madeNow(i);
    const keys = this.search.keys;
    this.changed = keys.leave(EVERYBODY);
    this.low = keys.low;
    this.high = keys.high;
  }

  /** Makes the call as a rival does, in its first way; whether that looks as it may. */
  private makeAs(rival: Rival, caller: Process, i: i32): bool {
    rival.enter();
    beginFirst();
    this.search.make(caller, i);
    const seen = look();
    this.full = this.isFull(i);
    this.madeByRival = this.madeNow(i);
    rival.leave();
    this.search.keys.leave(EVERYBODY);
    for (let way = 0; way < this.ways; way++) if (unchecked(this.looks[way]) == seen) return true;
    return false;
  }

  /** It is certain where the kernel went, and the rival is somewhere else. */
  private hasParted(): bool {
    const keys = this.search.keys;
    return !this.full && this.ways == 1 && (keys.low != this.low || keys.high != this.high);
  }

  private half(): u32 { return this.numberOf(this.low, this.high); }
  private ownHalf(): u32 { return this.numberOf(this.search.keys.low, this.search.keys.high); }

  private numberOf(low: u64, high: u64): u32 {
    this.halves.note(low, high, 0, 0);
    this.halves.flush();
    return this.halves.numberOf(low, high);
  }

  /** There was no room, or only the place of `init`, which no kernel gives to others in a trace. */
  private isFull(i: i32): bool {
    if (!this.search.letters[i].makes || step.outcome != Outcome.COMPLETED) return false;
    return answer.completion == Completion.REFUSED || answer.value == INIT_PID;
  }

  /** Whom the call has made. */
  private madeNow(i: i32): Pid {
    const has = this.search.letters[i].makes && step.outcome == Outcome.COMPLETED;
    return has && answer.completion == Completion.RETURNED ? answer.value : 0;
  }
}
