/** 1 is what stands outside the trace, 2 is `init`; 0 is nobody. */
export type Pid = i32;

export const OUTSIDE_PID: Pid = 1;
export const INIT_PID: Pid = 2;
/** Numbers above this one are never given out. */
export const PID_MAX: Pid = 32767;

export const enum State { FREE, RUNNING, BLOCKED, STOPPED, ZOMBIE }

/** The cases of `types.wait-status`. */
export const enum Status { EXITED, KILLED }

export const CAPACITY_MAX: i32 = 250;
export const QUESTIONS_MAX: i32 = 48;

/** What the machine remembers beside its processes. Lives as long as the machine. */
@unmanaged
class Header {
  /** Slots for processes of the trace, set at boot. */
  capacity: i32;
  /** One past the last slot in use, so that a scan is as short as the table. */
  used: i32;
  /** Where the search for a free number begins. */
  nextPid: Pid;
  private padding: i32;
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
   * While blocked: the children waited for, as `waitpid` names them, with 0 resolved to the group
   * of that moment.
   */
  selector: Pid;
  /**
   * The place among the parent's children, from 0, in the order in which they came to this parent.
   */
  place: u16;
  state: State;
  /** The latch behind EACCES: set by the first successful exec, never cleared. */
  execed: bool;
  /** Takes orphaned descendants. Not inherited; kept across exec. */
  subreaper: bool;
  /** While blocked: the case of `types.syscall` that it sleeps in. */
  sleepsIn: u8;
  /** While blocked: something has happened that makes it look at its children again. */
  woken: bool;
  /** Between a fatal signal and the death it causes, within one step: 1 + the signal, else 0. */
  doom: u8;
  /** While a zombie: how it ended. */
  statusKind: Status;
  statusCode: u8;

  get next(): Process { return changetype<Process>(changetype<usize>(this) + SLOT); }
  get exists(): bool { return this.state != State.FREE; }
  get lives(): bool { return this.exists && this.state != State.ZOMBIE; }
  get runs(): bool { return this.state == State.RUNNING; }
  get isZombie(): bool { return this.state == State.ZOMBIE; }
  get leadsSession(): bool { return this.session == this.pid; }
  get leadsGroup(): bool { return this.group == this.pid; }
  isChildOf(parent: Process): bool { return this.parent == parent.pid; }
}

const HEADER: usize = 64;
const SLOT: usize = (offsetof<Process>() + 7) & ~7;

/**
 * The state block: header, answers, NOBODY's slot, OUTSIDE's slot, then the processes of the trace.
 */
export const BLOCK: usize =
  memory.data(<i32>HEADER + QUESTIONS_MAX + <i32>SLOT * (CAPACITY_MAX + 2), 16);
const ANSWERS: usize = BLOCK + HEADER;
const TABLE: usize = ANSWERS + QUESTIONS_MAX;

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
  return <i32>(HEADER + QUESTIONS_MAX + SLOT * <usize>(header.capacity + 2));
}

/** The first process of the trace; with `end` and `next` this is the loop over all of them. */
export function first(): Process { return changetype<Process>(TABLE + 2 * SLOT); }
export function end(): Process {
  return changetype<Process>(TABLE + SLOT * <usize>(header.used + 2));
}

/** The process with this number, zombies included, else NOBODY. */
export function find(pid: Pid): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.pid == pid) return pid == 0 ? NOBODY : p;
  }
  return pid == OUTSIDE_PID ? OUTSIDE : NOBODY;
}

/** The process that owns the helper thread with this ID, else NOBODY. */
export function ownerOfThread(id: Pid): Process {
  if (id <= 0) return NOBODY;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.thread == id) return p;
  }
  return NOBODY;
}

/** A free slot, or NOBODY if the table is full. */
export function freeSlot(): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (!p.exists) return p;
  }
  if (header.used == header.capacity) return NOBODY;
  header.used++;
  return lastSlot();
}

function lastSlot(): Process {
  return changetype<Process>(TABLE + SLOT * <usize>(header.used + 1));
}

/** Gives the slot back, all zero. */
export function release(process: Process): void {
  memory.fill(changetype<usize>(process), 0, SLOT);
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

/** Boots the block: OUTSIDE and `init`, each the leader of its own session and group. */
export function bootTable(capacity: i32): void {
  memory.fill(BLOCK, 0, HEADER + QUESTIONS_MAX + SLOT * (CAPACITY_MAX + 2));
  header.capacity = capacity;
  header.used = 1;
  header.nextPid = INIT_PID + 1;
  OUTSIDE.pid = OUTSIDE.group = OUTSIDE.session = OUTSIDE_PID;
  OUTSIDE.state = State.RUNNING;
  const init = first();
  init.pid = init.group = init.session = INIT_PID;
  init.parent = OUTSIDE_PID;
  init.state = State.RUNNING;
  init.subreaper = true;
}
