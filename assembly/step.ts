import { Errno } from "./errno";
import { Disposition, Status } from "./process";
import { Signals } from "./signal";

// The step in hand: what the call gave, and what it changed. One piece of memory without addresses
// in it, so that a step is kept by copying its bytes.

/** The cases of `types.effect`. */
export const enum Effect {
  DIED, RESUMED, FORKED, EXECED, MOVED, LED_SESSION, GENERATED, DISCARDED, REPARENTED, ZOMBIFIED,
  REAPED, WOKEN,
  STARTED_THREAD, CHANGED_SUBREAPER,
  CAUGHT, STOPPED, CONTINUED, PENDING, CHANGED_DISPOSITION, CHANGED_MASK, CHANGED_USER, ORPHANED,
  OPENED, CLOSED, ACQUIRED, LOST, CHANGED_FOREGROUND, CHANGED_TERMINAL, TYPED, HUNG_UP, REVOKED,
}
/** The cases of `types.outcome`. */
export const enum Outcome { COMPLETED, BLOCKED, GONE, NOT_RUN }
/** The cases of `types.completion`, and one that no caller sees: the call waits for a signal. */
export const enum Completion { RETURNED, REPORTED, REFUSED, LISTED, DISPOSED, UNTOUCHED, HELD }

const RULES_MAX: i32 = 16;
const CHANGES_MAX: i32 = 2048;

/** How a call ended: the answer to the caller, or the late answer of a call that had blocked. */
@unmanaged
export class Answer {
  completion: Completion;
  /** The value returned, the child reported, the set, the disposition, or the signal. */
  value: i32;
  /** Of the child reported. */
  statusKind: Status;
  statusCode: i32;
  /** Of the refusal, with the rules that were broken. */
  errno: Errno;
  ruleCount: i32;
  private rules: u64;
  private moreRules: u64;
  /** To a whole number of vectors. */
  private padding: u64;

  rule(i: i32): u8 {
    return load<u8>(changetype<usize>(this) + <usize>i, offsetof<Answer>("rules"));
  }

  returns(value: i32): void {
    this.clear(Completion.RETURNED);
    this.value = value;
  }
  reports(child: i32, kind: Status, code: i32): void {
    this.clear(Completion.REPORTED);
    this.value = child;
    this.statusKind = kind;
    this.statusCode = code;
  }
  lists(set: Signals): void {
    this.clear(Completion.LISTED);
    this.value = <i32>set;
  }
  disposes(disposition: Disposition): void {
    this.clear(Completion.DISPOSED);
    this.value = disposition;
  }
  /** `waitid` returns 0 and says nothing else. */
  leavesUntouched(): void { this.clear(Completion.UNTOUCHED); }
  /** A rule sends the caller's group a signal, and the call is not over. */
  holds(signal: i32): void {
    this.clear(Completion.HELD);
    this.value = signal;
  }
  get isHeld(): bool { return this.completion == Completion.HELD; }
  refuses(errno: Errno): void {
    this.clear(Completion.REFUSED);
    this.errno = errno;
  }
  fill(completion: Completion, value: i32, kind: Status, code: i32, errno: Errno): void {
    this.clear(completion);
    this.value = value;
    this.statusKind = kind;
    this.statusCode = code;
    this.errno = errno;
  }
  copy(other: Answer): void {
    memory.copy(changetype<usize>(this), changetype<usize>(other), offsetof<Answer>());
  }
  addRule(index: i32): void {
    if (this.ruleCount == RULES_MAX) return;
    store<u8>(changetype<usize>(this) + <usize>(this.ruleCount++), <u8>index,
      offsetof<Answer>("rules"));
  }
  private clear(completion: Completion): void {
    zero(changetype<usize>(this));
    this.completion = completion;
  }
}

/** Three vectors. `memory.fill` costs more than the stores it saves. */
function zero(at: usize): void {
  const zeros = i64x2(0, 0);
  v128.store(at, zeros);
  v128.store(at, zeros, 16);
  v128.store(at, zeros, 32);
}

/** One change. What `detail` and `extra` mean depends on the kind. */
@unmanaged
export class Change {
  kind: Effect;
  process: i32;
  /** The status kind, the signal, the parent, the group, or who reaped. */
  detail: i32;
  /** The status code. */
  extra: i32;
  private late: u64;

  /** Of RESUMED: how the call ended. */
  get answer(): Answer {
    return changetype<Answer>(changetype<usize>(this) + offsetof<Change>("late"));
  }
  /** A program can see it: the others only explain. */
  get isObservable(): bool {
    return this.kind == Effect.DIED || this.kind == Effect.RESUMED || this.kind == Effect.CAUGHT
      || this.kind == Effect.STOPPED || this.kind == Effect.CONTINUED;
  }
}
const CHANGE: usize = offsetof<Change>("late") + offsetof<Answer>();

/** A step, wherever it lies. */
@unmanaged
export class Step {
  outcome: Outcome;
  changeCount: i32;
  /** The process that makes the call. */
  actor: i32;
  /** Something was sent or woken, so that the step is not over with the call. */
  stirred: i32;
  private first: u64;

  /** The answer to the caller; it counts if the outcome is COMPLETED. */
  get answer(): Answer {
    return changetype<Answer>(changetype<usize>(this) + offsetof<Step>("first"));
  }
  change(i: i32): Change {
    return changetype<Change>(changetype<usize>(this) + FIXED + <usize>i * CHANGE);
  }
  /** Its length in bytes. */
  get size(): usize { return FIXED + <usize>this.changeCount * CHANGE; }
}
const FIXED: usize = offsetof<Step>("first") + offsetof<Answer>();

/** The step in hand. */
export const step = changetype<Step>(memory.data(131072, 16));
/** Its answer. */
export const answer = step.answer;

export function stir(): void { step.stirred = 1; }

export function beginStep(actor: i32): void {
  step.outcome = Outcome.COMPLETED;
  step.changeCount = 0;
  step.actor = actor;
  step.stirred = 0;
  answer.returns(0);
}

/** Changes are noted. An exploration makes many calls and looks at none of what they change. */
let noting: bool = true;
export function keepNotes(on: bool): void { noting = on; }

/**
 * The processes that were changed since it was last 0, one bit for each number below 32: what an
 * exploration has to put back.
 */
export let touched: u32 = 0;
export function untouched(): void { touched = 0; }
/** The process is changed in a way that is no effect of its own. */
export function touch(process: i32): void { touched |= 1 << process; }

/** Notes one change. */
export function note(kind: Effect, process: i32, detail: i32 = 0, extra: i32 = 0): void {
  touch(process);
  if (!noting) return;
  assert(step.changeCount < CHANGES_MAX);
  const change = step.change(step.changeCount++);
  zero(changetype<usize>(change.answer));
  change.kind = kind;
  change.process = process;
  change.detail = detail;
  change.extra = extra;
}

/** Notes that a blocked call of the process has ended; the caller fills in how. */
export function noteResumed(process: i32): Answer {
  note(Effect.RESUMED, process);
  return step.change(noting ? step.changeCount - 1 : 0).answer;
}

/**
 * Both steps show a program the same: the order in which different processes are affected cannot be
 * seen.
 */
export function lookAlike(a: Step, b: Step): bool {
  if (a.outcome != b.outcome || !sameAnswer(a.answer, b.answer)) return false;
  if (countObservable(a) != countObservable(b)) return false;
  for (let i = 0; i < a.changeCount; i++) {
    const change = a.change(i);
    if (change.isObservable && !sameChange(change, counterpart(a, i, b))) return false;
  }
  return true;
}

function sameAnswer(a: Answer, b: Answer): bool {
  return memory.compare(changetype<usize>(a), changetype<usize>(b), offsetof<Answer>()) == 0;
}

function sameChange(a: Change, b: Change): bool {
  return changetype<usize>(b) != 0
    && memory.compare(changetype<usize>(a), changetype<usize>(b), CHANGE) == 0;
}

function countObservable(s: Step): i32 {
  let count = 0;
  for (let i = 0; i < s.changeCount; i++) if (s.change(i).isObservable) count++;
  return count;
}

/**
 * If a's change i is the n-th seen at its process, the n-th that b has for that process; else null.
 */
function counterpart(a: Step, i: i32, b: Step): Change {
  const process = a.change(i).process;
  let n = 0;
  for (let k = 0; k < i; k++) if (a.change(k).isObservable && a.change(k).process == process) n++;
  for (let k = 0; k < b.changeCount; k++) {
    const change = b.change(k);
    if (change.isObservable && change.process == process && n-- == 0) return change;
  }
  return changetype<Change>(0);
}
