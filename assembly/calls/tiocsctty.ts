import { Errno } from "../errno";
import { Descriptor, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";
import { answer } from "../step";
import { End, NO_TERMINAL, acquire, freeFromSession } from "../terminal";
import { TerminalCall, badDescriptor, hungUp } from "./descriptor";

const CLAUSE = "XBD 11.1.3 The Controlling Terminal";

export const enum Steal { POSSIBLE, IMPOSSIBLE }
export const STEAL = new Question("tiocsctty.steal", CLAUSE,
  "May a privileged process take a terminal away from another session with TIOCSCTTY and 1?", [
    permitted("possible", "It may; the other session then has none."),
    permitted("impossible", "It may not."),
  ]);

export const enum Unreadable { REFUSED, ACQUIRED }
export const UNREADABLE = new Question("tiocsctty.unreadable", CLAUSE,
  "Can an unprivileged process acquire a terminal that it has open for writing only?", [
    permitted("refused", "It cannot."),
    permitted("acquired", "It can."),
  ]);

/** ioctl(terminal, TIOCSCTTY, steal) */
export class Tiocsctty extends TerminalCall {
  steal: bool = false;

  get isPrivileged(): bool { return this.caller.effectiveUser == 0; }
  /** The terminal already controls the session that the caller leads. */
  get isOwn(): bool {
    return this.caller.leadsSession && this.terminal.session == this.caller.session;
  }
  /** The caller is one of those who could have this terminal. */
  get isCandidate(): bool { return this.isAlive && this.caller.leadsSession && !this.isOwn; }
  get steals(): bool {
    return this.steal && this.isPrivileged && ask(STEAL) == Steal.POSSIBLE;
  }
}
const call = new Tiocsctty();

export const BAD_DESCRIPTOR = badDescriptor("tiocsctty", CLAUSE);
export const HUNG_UP = hungUp("tiocsctty", CLAUSE);

export const NOT_LEADER = new Rule<Tiocsctty>("tiocsctty.not-leader", Errno.EPERM, CLAUSE,
  "Only a session leader can acquire a controlling terminal.",
  (c) => c.isAlive && !c.caller.leadsSession);

export const HAS_TERMINAL = new Rule<Tiocsctty>("tiocsctty.has-terminal", Errno.EPERM, CLAUSE,
  "A session has one controlling terminal at most.",
  (c) => c.isCandidate && c.caller.terminal != NO_TERMINAL);

export const TERMINAL_TAKEN = new Rule<Tiocsctty>("tiocsctty.terminal-taken", Errno.EPERM, CLAUSE,
  "A terminal controls one session at most.",
  (c) => c.isCandidate && c.terminal.session != 0 && !c.steals);

export const NOT_READABLE = new Rule<Tiocsctty>("tiocsctty.not-readable", Errno.EPERM, CLAUSE,
  "A kernel may give an unprivileged process only a terminal that it has open for reading.",
  (c) => c.isCandidate && (c.bits & Descriptor.READ) == 0 && !c.isPrivileged
    && ask(UNREADABLE) == Unreadable.REFUSED);

export function tiocsctty(caller: Process, end: End, number: i32, steal: bool): void {
  call.fill(caller, end, number);
  call.steal = steal;
  if (orderOf(Call.TIOCSCTTY).refuses<Tiocsctty>(call)) return;
  answer.returns(0);
  if (call.isOwn) return;
  if (call.terminal.session != 0) freeFromSession(call.terminal);
  acquire(call.terminal, caller);
}
