import { seeLatch } from "./latch";
import { Signals } from "./signal";

/** 1 is what stands outside the trace, 2 is `init`; 0 is nobody. */
export type Pid = i32;

export const OUTSIDE_PID: Pid = 1;
export const INIT_PID: Pid = 2;
/** Numbers above this one are never given out. */
export const PID_MAX: Pid = 32767;

/** EXITING lasts within a step: it has let go of what it had, and its relatives do not know yet. */
export const enum State { FREE, RUNNING, BLOCKED, STOPPED, ZOMBIE, EXITING }

/** The cases of `types.wait-status`. */
export const enum Status { EXITED, KILLED, STOPPED, CONTINUED }
/** The cases of `types.disposition`. */
export const enum Disposition { DEFAULT, IGNORE, CATCH }
/** What a parent has not been told yet about a child that lives. */
export const enum News { NONE, STOPPED, CONTINUED }
/** Of a descriptor: what it is good for. 0 is no descriptor. DEAD: its terminal was hung up. */
export const enum Descriptor { NONE = 0, OPEN = 1, READ = 2, WRITE = 4, DEAD = 8 }

export const CAPACITY_MAX: i32 = 250;
export const QUESTIONS_MAX: i32 = 64;
export const TERMINALS_MAX: i32 = 4;

/** What the machine remembers beside its processes. Lives as long as the machine. */
@unmanaged
class Header {
  /** Slots for processes of the trace, set at boot. */
  capacity: i32;
  /** One past the last slot in use, so that a scan is as short as the table. */
  used: i32;
  /** Where the search for a free number begins. */
  nextPid: Pid;
  /**
   * There are only as many numbers as slots, `init`'s first, each has a slot of its own, and a new
   * process gets the lowest that is free. Set at boot.
   */
  recycles: bool;
}

/** One slot of the process table. A free slot is all zero: it is nobody's child and in no group. */
@unmanaged
export class Process {
  /** From fork until reaped. */
  pid: Pid;
  /** From fork until reaped; changes when the parent dies. */
  parent: Pid;
  /** From fork until reaped; changed by setpgid and setsid. */
  group: Pid;
  /** From fork until reaped; changed by setsid. */
  session: Pid;
  /** The ID of the helper thread, from pthread_create until exec or death; 0 if there is none. */
  thread: Pid;
  /**
   * While a call has not returned: its arguments, from which it can go on. A wait's first is the
   * children waited for, as `waitpid` names them, with 0 resolved to the group of that moment.
   */
  a: i32;
  b: i32;
  c: i32;
  /** While a call is over but has not returned, for a signal or a stop came first: its answer. */
  dueValue: i32;
  /** Signals that were sent to it and had no effect yet. Not inherited; kept across exec. */
  pending: Signals;
  /** Those of them that it sent with raise. */
  raised: Signals;
  /** The mask. Inherited; kept across exec. */
  blocked: Signals;
  /** Signals it has taken whose handlers run when it has taken the others. */
  entered: Signals;
  /** In sigsuspend: the mask that comes back after it. */
  suspended: Signals;
  /** The signals it ignores, and those it catches. Inherited; exec resets what is caught. */
  ignored: Signals;
  caught: Signals;
  /** The actions with SA_RESTART, and with SA_RESETHAND. Inherited; exec resets them. */
  restarts: Signals;
  resets: Signals;
  /** Inherited; kept across exec. */
  realUser: i32;
  effectiveUser: i32;
  savedUser: i32;
  /** The group that was in the foreground when the terminal that this leader controls hung up. */
  oldForeground: Pid;
  /**
   * The place among the parent's children, from 0, in the order in which they came to this parent.
   */
  place: u16;
  state: State;
  /** The latch behind EACCES: set by the first successful exec, never cleared. */
  latch: bool;
  /** Takes orphaned descendants. Not inherited; kept across exec. */
  subreaper: bool;
  /** While blocked: the case of `types.syscall` that it sleeps in. */
  sleepsIn: u8;
  /** A call has not returned: it sleeps in it, or was stopped there. */
  asleep: bool;
  /** While asleep: the call is a wait. */
  inWait: bool;
  /** While asleep: a terminal sent its group a signal, because it is in the background. */
  held: bool;
  /** While asleep: it was stopped in the call, so that signals come before it is tried again. */
  wasStopped: bool;
  /** While asleep: something has happened that makes it look again whether it can return. */
  woken: bool;
  /** Within a step: 1 + the first signal it was sent that is to end it without a core; else 0. */
  doom: u8;
  /** Within a step: it was continued, and its parent has not been told. */
  owesNotice: bool;
  /** How often it looked again in this step. */
  looks: u8;
  /** With `dueValue`: 1 + the case of `types.completion`; 0 if no answer is due. */
  due: u8;
  dueKind: Status;
  dueCode: u8;
  dueErrno: u8;
  dueRules: u8;
  dueRule: u8;
  /** SA_NOCLDSTOP of its action for SIGCHLD. Inherited; exec resets it. */
  noChildStops: bool;
  /** Its children leave no zombies. Set by SIG_IGN or SA_NOCLDWAIT for SIGCHLD. */
  noZombies: bool;
  /** SA_NOCLDWAIT of its action for SIGCHLD. Inherited; exec resets it. */
  noChildWait: bool;
  /** Its user IDs have changed. Cleared by exec. */
  userChanged: bool;
  /** Since it stopped or went on: whether its parent was told. */
  news: News;
  /** Since it was stopped: by which signal. */
  stopSignal: u8;
  /** While a zombie: how it ended. */
  statusKind: Status;
  statusCode: u8;
  /** Where a kernel remembers it: the group is orphaned. The same in every member of a group. */
  orphaned: bool;
  /** 1 + the number of the controlling terminal, or 0. Inherited; ends with setsid. */
  terminal: u8;
  /** What `/dev/tty` is to it: 1 + the terminal's number and what the descriptor is good for. */
  devTty: u8;
  devTtyBits: u8;
  private slave0: u8;
  private slave1: u8;
  private slave2: u8;
  private slave3: u8;

  get next(): Process { return changetype<Process>(changetype<usize>(this) + SLOT); }
  get exists(): bool { return this.state != State.FREE; }
  get lives(): bool { return this.exists && this.state < State.ZOMBIE; }
  get isExiting(): bool { return this.state == State.EXITING; }
  get runs(): bool { return this.state == State.RUNNING; }
  get isZombie(): bool { return this.state == State.ZOMBIE; }
  get isStopped(): bool { return this.state == State.STOPPED; }
  /** What its descriptor of the terminal's slave is good for: bits of `Descriptor`. */
  slave(terminal: i32): u8 {
    return load<u8>(changetype<usize>(this) + <usize>terminal, offsetof<Process>("slave0"));
  }
  setSlave(terminal: i32, bits: u8): void {
    store<u8>(changetype<usize>(this) + <usize>terminal, bits, offsetof<Process>("slave0"));
  }
  /** It has called exec. Whoever asks has looked at its latch, and that is noted. */
  get execed(): bool { seeLatch(this.pid); return this.latch; }
  get isPrivileged(): bool { return this.effectiveUser == 0; }
  get leadsSession(): bool { return this.session == this.pid; }
  get leadsGroup(): bool { return this.group == this.pid; }
  isChildOf(parent: Process): bool { return this.parent == parent.pid; }
}

const HEADER: usize = 16;
/** A whole number of vectors, so that slots can be compared fast. */
export const SLOT: usize = (offsetof<Process>() + 15) & ~15;
/** The room for a terminal; its fields are in terminal.ts. */
export const TERMINAL: usize = 32;

/**
 * The state block: header, answers, terminals, NOBODY's slot, OUTSIDE's slot, then the processes of
 * the trace.
 */
const FIXED_PART: usize = HEADER + QUESTIONS_MAX + TERMINAL * TERMINALS_MAX;
export const BLOCK_MAX: usize = FIXED_PART + SLOT * (CAPACITY_MAX + 2);
export const BLOCK: usize = memory.data(<i32>BLOCK_MAX, 16);
const ANSWERS: usize = BLOCK + HEADER;
export const TERMINALS: usize = ANSWERS + QUESTIONS_MAX;
const TABLE: usize = BLOCK + FIXED_PART;
/** What a state holds beside its header and its processes: the answers and the terminals. */
export const REST: usize = ANSWERS;
export const REST_SIZE: usize = QUESTIONS_MAX + TERMINAL * TERMINALS_MAX;

export const header = changetype<Header>(BLOCK);

/** Stands for "no such process", so that a predicate needs no test for null. Never changes. */
export const NOBODY = changetype<Process>(TABLE);
/**
 * The parent of `init` and the last resort of orphans. It never acts, and reaps its children at
 * once.
 */
export const OUTSIDE = changetype<Process>(TABLE + SLOT);

/** The length of a state in bytes. */
export function blockSize(): i32 {
  return <i32>(FIXED_PART + SLOT * <usize>(header.capacity + 2));
}

/** The first process of the trace; with `end` and `next` this is the loop over all of them. */
export function first(): Process { return changetype<Process>(TABLE + 2 * SLOT); }
export function end(): Process {
  return changetype<Process>(TABLE + SLOT * <usize>(header.used + 2));
}

/** The process with this number, zombies included, else NOBODY. */
export function find(pid: Pid): Process {
  if (header.recycles && pid >= INIT_PID) return byNumber(pid);
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.pid == pid) return pid == 0 ? NOBODY : p;
  }
  return pid == OUTSIDE_PID ? OUTSIDE : NOBODY;
}

function byNumber(pid: Pid): Process {
  const process = slotOf(pid);
  return pid - INIT_PID < header.used && process.exists ? process : NOBODY;
}

/** The process that owns the helper thread with this ID, else NOBODY. */
export function ownerOfThread(id: Pid): Process {
  if (id <= 0) return NOBODY;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.thread == id) return p;
  }
  return NOBODY;
}

/** The slot that belongs to a number, where each has its own. */
function slotOf(pid: Pid): Process {
  return changetype<Process>(TABLE + SLOT * <usize>(pid - INIT_PID + 2));
}

/** The first free slot among those in use so far, else the one behind them. */
function firstGap(): Process {
  let p = first();
  const stop = end();
  while (p != stop && p.exists) p = p.next;
  return p;
}

/** No slot is free. */
export function isFull(): bool { return header.used == header.capacity && firstGap() == end(); }

/** A slot for the process that is to have this free number. The table must not be full. */
export function freeSlot(pid: Pid): Process {
  if (header.recycles) {
    header.used = max(header.used, pid - INIT_PID + 1);
    return slotOf(pid);
  }
  const gap = firstGap();
  if (gap == end()) header.used++;
  return gap;
}

function lastSlot(): Process {
  return changetype<Process>(TABLE + SLOT * <usize>(header.used + 1));
}

/** Makes a slot all zero, faster than `memory.fill` does so little. */
export function clear(slot: Process): void {
  const zeros = i64x2(0, 0);
  for (let at = changetype<usize>(slot), stop = at + SLOT; at < stop; at += 16) {
    v128.store(at, zeros);
  }
}

/** Gives the slot back, all zero. */
export function release(process: Process): void {
  clear(process);
  while (header.used > 0 && !lastSlot().exists) header.used--;
}

/**
 * 0 for an open question, else 1 + the alternative. Part of the state: a fork of the world carries
 * its answers.
 */
export function answerTo(question: i32): u8 { return load<u8>(ANSWERS + <usize>question); }
export function setAnswer(question: i32, value: u8): void {
  store<u8>(ANSWERS + <usize>question, value);
}
