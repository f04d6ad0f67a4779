import { Pid, setAnswer } from "../process";
import { Profile, use } from "../profile";
import { Entry, Order } from "../rule";
import { surveyedOrder, surveyedRules, surveys } from "../survey";
import { Move } from "./letters";
import { Seen } from "./seen";

// A kernel that is held against the one that is explored, move by move, until a program could tell
// them apart.

/** More pairs of states than these are not followed. */
const PAIRS_MAX: u32 = 20000;
/** In the place of the pair that another one came from: a state that both kernels are in. */
const SHARED: u32 = 0x80000000;

export class Rival {
  /** By index: the questions that it answers otherwise, and their places in the profile. */
  private questions: u64 = 0;
  private readonly answers: i32[] = [];
  /** By place: the orders in which it checks otherwise; null where it does not. */
  private readonly orders: OtherOrder[] = [];
  /** In some state it might have done something else. */
  met: bool = false;
  told: bool = false;
  /** Pairs were left out. */
  bounded: bool = false;
  /** Once told apart: the last state that both were in, and the moves from there on. */
  shared: u32 = 0;
  readonly moves: Move[] = [];
  /** The last of them changes nothing. */
  stays: bool = false;
  /** The number of whom the rival makes by it, where that is not who else is made. */
  aims: Pid = 0;
  /** States of both kernels after what looked the same, made when the first is found. */
  pairs: Seen = changetype<Seen>(0);
  /** How many of them were looked at. */
  expanded: u32 = 0;

  constructor(readonly profile: Profile, private readonly other: Profile) {
    for (let i = 0; i < profile.orders.length; i++) {
      if (sameOrder(profile.orders[i], other.orders[i])) continue;
      this.orders.push(new OtherOrder(i, profile.orders[i], other.orders[i]));
    }
    for (let i = 0; i < profile.answers.length; i++) {
      if (profile.answers[i].alternative == other.answers[i].alternative) continue;
      this.questions |= (<u64>1) << profile.answers[i].question.index;
      this.answers.push(i);
    }
  }

  /** It might go another way in a call that asked these questions and broke what was surveyed. */
  differs(questions: u64): bool {
    if ((this.questions & questions) != 0) return true;
    for (let i = 0; i < this.orders.length; i++) {
      const order = unchecked(this.orders[i]);
      for (let n = 0; n < surveys; n++) {
        if (surveyedOrder(n) == order.place && order.speaksOtherwise(surveyedRules(n))) return true;
      }
    }
    return false;
  }

  /** From here on calls are judged by the rival. */
  enter(): void {
    use(this.profile);
    this.answer(this.profile);
  }

  leave(): void {
    use(this.other);
    this.answer(this.other);
  }

  private answer(profile: Profile): void {
    for (let i = 0; i < this.answers.length; i++) {
      const known = profile.answers[this.answers[i]];
      setAnswer(known.question.index, <u8>(known.alternative + 1));
    }
  }

  /** Pairs wait to be looked at. */
  get isPending(): bool {
    if (this.told || changetype<usize>(this.pairs) == 0) return false;
    if (this.expanded == this.pairs.count) this.pairs.flush();
    return this.expanded < this.pairs.count;
  }

  /** The states of the pair that is next, as the halves that `note` was given. */
  get mine(): u32 { return <u32>this.pairs.low(this.expanded) - 1; }
  get others(): u32 { return <u32>(this.pairs.low(this.expanded) >> 32) - 1; }

  /** Both kernels may be in these states, after a move from one that they shared. */
  noteShared(others: u32, mine: u32, state: u32, move: Move): void {
    this.note(others, mine, SHARED | state, move);
  }

  /** The same after a move from the pair that is looked at. */
  noteNext(others: u32, mine: u32, move: Move): void {
    this.note(others, mine, this.expanded, move);
  }

  private note(others: u32, mine: u32, from: u32, move: Move): void {
    if (changetype<usize>(this.pairs) == 0) this.pairs = new Seen(false, true);
    this.bounded = this.bounded || this.pairs.count >= PAIRS_MAX;
    if (this.bounded) return;
    this.pairs.note(<u64>(others + 1) << 32 | (mine + 1), 0, from, move);
  }

  /** A move from the pair that is looked at has told them apart: which moves led there. */
  tellFromPair(): void {
    let at = this.expanded;
    while (true) {
      const origin = this.pairs.origin(at);
      this.moves.unshift(origin.move);
      if ((origin.from & SHARED) != 0) {
        this.shared = origin.from & ~SHARED;
        return;
      }
      at = origin.from;
    }
  }

  dispose(): void {
    if (changetype<usize>(this.pairs) != 0) this.pairs.dispose();
    this.pairs = changetype<Seen>(0);
  }
}

/** Two orders of one call that are not the same. */
class OtherOrder {
  /** The rules of the other order, by their places there, in the order of this one. */
  private readonly places: i32[] = [];

  constructor(readonly place: i32, private readonly order: Order, private readonly other: Order) {
    for (let i = 0; i < order.entries.length; i++) {
      this.places.push(placeIn(other, order.entries[i]));
    }
  }

  /** Where these rules of the other order are broken, this one gives something else. */
  speaksOtherwise(broken: u64): bool {
    if (!this.order.ordered || !this.other.ordered) return true;
    const spoke = <i32>ctz(broken);
    for (let i = 0; i < this.places.length; i++) {
      const place = unchecked(this.places[i]);
      if (place < 0 || (broken >> (<u64>place) & 1) == 0) continue;
      return place != spoke || this.order.entries[i].breach != this.other.entries[spoke].breach;
    }
    return true;
  }
}

/** The place of the rule in an order; -1 if it is not there. */
function placeIn(order: Order, entry: Entry): i32 {
  for (let i = 0; i < order.entries.length; i++) if (order.entries[i].rule == entry.rule) return i;
  return -1;
}

function sameOrder(a: Order, b: Order): bool {
  if (a.ordered != b.ordered || a.entries.length != b.entries.length) return false;
  for (let i = 0; i < a.entries.length; i++) {
    if (a.entries[i].rule != b.entries[i].rule || a.entries[i].breach != b.entries[i].breach) {
      return false;
    }
  }
  return true;
}
