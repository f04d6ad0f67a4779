import { Errno } from "../errno";
import { groupIsOrphaned } from "../orphan";
import { Process } from "../process";
import { Question, ask, permitted } from "../question";
import { Rule, signalled } from "../rule";
import { Signal, has } from "../signal";
import { answer } from "../step";
import { End, controlling, signalGroup } from "../terminal";
import { sleep } from "../wake";
import { TerminalCall } from "./descriptor";

// The gate that keeps processes in the background off their controlling terminal.

export const enum Interrupted { RESTARTED, INTERRUPTED, WAITS }
export const INTERRUPTED = new Question("tcsetpgrp.interrupted",
  "XBD 11.1.4 Terminal Access Control",
  "What becomes of a call that a signal to the background held up, once its process goes on?", [
    permitted("restarted", "It begins again, and is held up again while that is still so."),
    permitted("interrupted", "It fails with EINTR, although no handler ran."),
    permitted("waits", "It sleeps until its group is in the foreground."),
  ]);

/** A call that can be held up. */
export class GatedCall extends TerminalCall {
  signal: Signal = Signal.SIGTTOU;
  /** This time the gate is open to everybody. */
  isFree: bool = false;

  /** The caller is kept out, unless it is let through for what it does with signals. */
  get isInBackground(): bool {
    return !this.isFree && this.isControlling && !this.terminal.isForeground(this.caller.group);
  }
  /** The signal would not reach the caller. */
  get isShielded(): bool {
    return has(this.caller.blocked | this.caller.ignored, this.signal);
  }
  get isAskedToStop(): bool { return this.isInBackground && !this.isShielded; }
}

/** Who may change the terminal, and what becomes of the others. */
const CHANGING =
  "In the background only a process that blocks or ignores SIGTTOU may change the terminal; ";
export const CHANGING_ORPHANED = CHANGING
  + "any other whose group is orphaned is refused, for nobody could continue it.";
export const CHANGING_HELD = CHANGING
  + "the group of any other is sent SIGTTOU, and the call waits until it is continued.";

export function orphaned(call: string, clause: string, text: string): Rule<GatedCall> {
  return new Rule<GatedCall>(`${call}.orphaned`, Errno.EIO, clause, text,
    (c) => c.isAskedToStop && groupIsOrphaned(c.caller));
}

export function background(
  call: string, signal: Signal, clause: string, text: string,
): Rule<GatedCall> {
  return new Rule<GatedCall>(`${call}.background`, signalled(signal), clause, text,
    (c) => c.isAskedToStop && !groupIsOrphaned(c.caller));
}

/** The call is held up: the caller's group is sent the signal in the answer, and the call waits. */
export function holdUp(caller: Process, end: End, number: i32, argument: i32): void {
  signalGroup(controlling(caller), caller.group, answer.value);
  sleep(caller, end, number, argument);
  caller.held = true;
}

/** A call that was held up looks again; false if it fails or sleeps on. */
export function isLetGo(process: Process): bool {
  const way = ask(INTERRUPTED);
  if (way == Interrupted.WAITS && isKeptOut(process)) {
    sleep(process, process.a, process.b, process.c);
    return false;
  }
  process.held = false;
  if (way == Interrupted.INTERRUPTED) answer.refuses(Errno.EINTR);
  return way != Interrupted.INTERRUPTED;
}

/** Its group is not in the foreground of its terminal. */
function isKeptOut(process: Process): bool {
  return process.terminal != 0 && !controlling(process).isForeground(process.group);
}
