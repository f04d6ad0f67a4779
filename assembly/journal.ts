import { Pid } from "./process";
import { Step, step } from "./step";
import { Syscall } from "./syscall";

/** One call that was made, with a copy of its step behind it. */
@unmanaged
export class JournalEntry {
  caller: Pid;
  syscall: Syscall;
  a: i32;
  b: i32;
  c: i32;
  private padding: i32;
  get step(): Step { return changetype<Step>(changetype<usize>(this) + offsetof<JournalEntry>()); }
}

/**
 * The calls made while it was on, in order. It is history, not state: a snapshot does not hold it.
 */
export class Journal {
  on: bool = false;
  private readonly entries: usize[] = [];

  get length(): i32 { return this.entries.length; }
  entry(i: i32): JournalEntry { return changetype<JournalEntry>(this.entries[i]); }

  /** Keeps the step in hand. */
  add(caller: Pid, syscall: Syscall, a: i32, b: i32, c: i32): void {
    const entry = changetype<JournalEntry>(heap.alloc(offsetof<JournalEntry>() + step.size));
    entry.caller = caller;
    entry.syscall = syscall;
    entry.a = a;
    entry.b = b;
    entry.c = c;
    memory.copy(changetype<usize>(entry.step), changetype<usize>(step), step.size);
    this.entries.push(changetype<usize>(entry));
  }

  clear(): void {
    for (let i = 0; i < this.entries.length; i++) heap.free(this.entries[i]);
    this.entries.length = 0;
  }
}
