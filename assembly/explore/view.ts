import { INIT_PID, Process, SLOT, State, clear, end, first } from "../process";

// What an exploration looks at. Two states that agree in it are one.

/** The cases of `exploration.view`. */
export const enum View {
  /** Everything. */
  WHOLE,
  /**
   * Who exists, runs, is stopped or a zombie, whose child it is, its group, its session, and
   * whether it has called exec.
   */
  RELATIONS,
}

const FREE_SLOT: u32 = 7;

/**
 * The relations of a process as 16 bits, never all of them 0: the state in three, exec in one,
 * then parent, group and session in four each.
 */
export function relationsOf(p: Process): u32 {
  return (<u32>p.state ^ FREE_SLOT) | <u32>p.latch << 3
    | <u32>p.parent << 4 | <u32>p.group << 8 | <u32>p.session << 12;
}

// Four relations side by side are a word. Some of four slots are a word with the bit of their
// latches, or a set with one bit for each.

const EACH: u64 = <u64>0x00010001 << 32 | 0x00010001;
const LATCH: u64 = 3;

/** The word for the first four slots of a set. */
export function spread(set: u32): u64 {
  const slots = <u64>(set & 15);
  return ((slots | slots << 15 | slots << 30 | slots << 45) & EACH) << LATCH;
}

/** The set of the slots whose latches are set in these relations. */
export function gathered(relations: u64): u32 {
  const slots = (relations >> LATCH) & EACH;
  return <u32>(slots | slots >> 15 | slots >> 30 | slots >> 45) & 15;
}

/** The word for the slots that hold somebody. */
export function peopled(relations: u64): u64 {
  const states = EACH * FREE_SLOT;
  return ((~relations & states) + states) & (EACH << LATCH);
}

/** Gives a slot the relations, and else what it would have after a fork at boot. */
export function putRelations(slot: Process, relations: u32): void {
  clear(slot);
  if (relations == FREE_SLOT) return;
  const place = <i32>((changetype<usize>(slot) - changetype<usize>(first())) / SLOT);
  slot.pid = INIT_PID + place;
  slot.state = <State>(relations & 7 ^ FREE_SLOT);
  slot.latch = (relations >> 3 & 1) != 0;
  slot.parent = relations >> 4 & 15;
  slot.group = relations >> 8 & 15;
  slot.session = relations >> 12;
}

/** The numbers of the processes and threads that there are, one bit for each. */
export function numbersInUse(): u32 {
  let numbers: u32 = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists) numbers |= 1 << p.pid;
    if (p.thread != 0) numbers |= 1 << p.thread;
  }
  return numbers;
}

/** Where the order of siblings is not looked at, it is that of their numbers. */
export function orderSiblings(): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    let place: u16 = 0;
    for (let q = first(); q != p; q = q.next) if (q.parent == p.parent && q.exists) place++;
    p.place = p.exists ? place : 0;
  }
}
