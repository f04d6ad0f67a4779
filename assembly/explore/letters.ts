import { Pid } from "../process";
import { Syscall } from "../syscall";

/** One call that every running process tries in every state. */
export class Letter {
  constructor(readonly syscall: Syscall, readonly a: i32, readonly b: i32, readonly c: i32) {}
}

/** A letter by its place, and who makes the call, in one number. */
export type Move = u32;
export function moveOf(letter: i32, caller: Pid): Move { return <u32>letter << 8 | <u32>caller; }
export function callerOf(move: Move): Pid { return move & 0xff; }
export function letterOf(move: Move): i32 { return move >> 8; }

/** One way that a move can go from a state. */
export class Edge {
  /** It is the only way. */
  alone: bool = true;
  constructor(
    readonly move: Move,
    readonly verdict: i32,
    /** Where it leads. */
    readonly state: u32,
    /** By its place among those that were met. */
    readonly situation: i32,
  ) {}
}
