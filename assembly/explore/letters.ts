import { beginFirst } from "../choice";
import { perform } from "../perform";
import { killTraits } from "../calls/kill";
import { setpgidTraits } from "../calls/setpgid";
import { Pid } from "../process";
import { PLAIN, Traits } from "../rule";
import { Syscall } from "../syscall";

/** One call that every running process tries in every state. */
export class Letter {
  constructor(readonly syscall: Syscall, readonly a: i32, readonly b: i32, readonly c: i32) {}

  /** It makes a process or a thread, which gets a number. */
  get makes(): bool {
    return this.syscall == Syscall.FORK || this.syscall == Syscall.PTHREAD_CREATE;
  }

  /** Makes the call, in its first way. */
  make(caller: Pid): void {
    beginFirst();
    perform(this.syscall, caller, this.a, this.b, this.c);
  }

  /** Both differ behind their first argument only, and the same rules concern them. */
  isInRowWith(other: Letter): bool {
    return this.syscall == other.syscall && this.a == other.a && this.traits == other.traits;
  }

  private get traits(): Traits {
    switch (this.syscall) {
      case Syscall.SETPGID: return setpgidTraits(this.a, this.b);
      case Syscall.KILL: return killTraits(this.a, this.b);
      default: return PLAIN;
    }
  }
}

/** For each letter the last one of its row. */
export function rowsOf(letters: Letter[]): StaticArray<i32> {
  const rows = new StaticArray<i32>(letters.length);
  for (let i = letters.length - 1, last = i; i >= 0; i--) {
    if (!letters[i].isInRowWith(letters[last])) last = i;
    rows[i] = last;
  }
  return rows;
}

export function anyIs(letters: Letter[], syscall: Syscall): bool {
  for (let i = 0; i < letters.length; i++) if (letters[i].syscall == syscall) return true;
  return false;
}

/** A letter by its place, and who makes the call, in one number. */
export type Move = u32;
export function moveOf(letter: i32, caller: Pid): Move { return <u32>letter << 8 | <u32>caller; }
export function callerOf(move: Move): Pid { return move & 0xff; }
export function letterOf(move: Move): i32 { return move >> 8 & 0xffff; }
/** The move, with the number of the process or thread that it makes. */
export function making(move: Move, made: Pid): Move { return move | <u32>made << 24; }
export function madeBy(move: Move): Pid { return move >> 24; }

/** One way that a move can go from a state. */
export class Edge {
  constructor(
    readonly move: Move,
    readonly verdict: i32,
    /** Where it leads. */
    readonly state: u32,
    /** By its place among those that were met. */
    readonly situation: i32,
    /** It is the only way. */
    readonly alone: bool,
  ) {}
}
