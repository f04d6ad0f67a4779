import { Order } from "../rule";
import { Syscall } from "../syscall";
import { Move } from "./letters";

/**
 * A call, the rules that it breaks, all of them, and the questions that it asks: where that was met
 * first.
 */
export class Situation {
  constructor(
    readonly syscall: Syscall,
    /** The order that was asked, and the rules by their places in it. */
    readonly order: Order,
    readonly broken: u64,
    /** By their indices. */
    readonly asked: u64,
    readonly state: u32,
    readonly move: Move,
  ) {}

  /** The questions by their places in the catalogue. */
  get questions(): i32[] {
    const questions: i32[] = [];
    for (let rest = this.asked; rest != 0; rest &= rest - 1) questions.push(<i32>ctz(rest));
    return questions;
  }

  /** The rules by their places in the catalogue. */
  get rules(): i32[] {
    const rules: i32[] = [];
    for (let rest = this.broken; rest != 0; rest &= rest - 1) {
      rules.push(this.order.entries[<i32>ctz(rest)].rule.index);
    }
    return rules;
  }
}

/** Every situation that an exploration has met, each once. */
export class Situations {
  readonly all: Situation[] = [];
  /** The one that was met last, which is most often the next one too. */
  last: i32 = 0;

  meet(syscall: Syscall, order: Order, broken: u64, asked: u64, state: u32, move: Move): void {
    if (this.last < this.all.length && this.is(this.last, syscall, broken, asked)) return;
    for (this.last = 0; this.last < this.all.length; this.last++) {
      if (this.is(this.last, syscall, broken, asked)) return;
    }
    this.all.push(new Situation(syscall, order, broken, asked, state, move));
  }

  private is(i: i32, syscall: Syscall, broken: u64, asked: u64): bool {
    const one = unchecked(this.all[i]);
    return one.broken == broken && one.asked == asked && one.syscall == syscall;
  }
}
