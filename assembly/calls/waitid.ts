import { Errno } from "../errno";
import { NOBODY, Pid, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, deviant, permitted } from "../question";
import { Rule } from "../rule";
import { answer } from "../step";
import { WaitOption } from "../wake";
import { anyMatches, report, sleepUntilNews } from "./waiting";

/** The cases of `types.id-kind`. */
export const enum IdKind { PID, PGID, ALL }

export const enum ZeroProcess { NO_CHILD, OWN_GROUP }
export const ZERO_PROCESS = new Question("waitid.zero-process", "XSH waitid DESCRIPTION P_PID",
  "What does waitid(P_PID, 0, …) wait for, where it is not refused?", [
    permitted("no-child", "For a child with the number 0, which there is never."),
    deviant("own-group", "For the children in the caller's group."),
  ]);

export const enum ZeroGroup { OWN_GROUP, NO_CHILD }
export const ZERO_GROUP = new Question("waitid.zero-group", "XSH waitid DESCRIPTION P_PGID",
  "What does waitid(P_PGID, 0, …) wait for?", [
    permitted("own-group", "For the children in the caller's group."),
    permitted("no-child", "For the children in group 0, of which there are none."),
  ]);

export const enum NothingFound { CLEARED, UNTOUCHED }
export const NOTHING_FOUND = new Question("waitid.nothing-found", "XSH waitid DESCRIPTION WNOHANG",
  "What does waitid write where nothing is to be reported?", [
    permitted("cleared", "A process and a signal of 0."),
    deviant("untouched", "Nothing."),
  ]);

/** waitid(kind, id, options) */
export class Waitid {
  caller: Process = NOBODY;
  kind: IdKind = IdKind.ALL;
  id: Pid = 0;
  options: i32 = 0;

  get events(): i32 {
    return this.options & (WaitOption.EXITED | WaitOption.UNTRACED | WaitOption.CONTINUED);
  }
  /** As waitpid would name the same children; 0 for none. */
  get selector(): Pid {
    if (this.kind == IdKind.ALL) return -1;
    if (this.id < 0) return 0;
    if (this.kind == IdKind.PID) {
      if (this.id != 0 || ask(ZERO_PROCESS) == ZeroProcess.NO_CHILD) return this.id;
      return -this.caller.group;
    }
    if (this.id != 0) return -this.id;
    return ask(ZERO_GROUP) == ZeroGroup.OWN_GROUP ? -this.caller.group : 0;
  }
}
const call = new Waitid();

export const INVALID_OPTIONS = new Rule<Waitid>("waitid.invalid-options", Errno.EINVAL,
  "XSH waitid ERRORS EINVAL",
  "Only the options that are defined may be given.",
  (c) => (c.options & WaitOption.UNKNOWN) != 0);

export const NO_EVENTS = new Rule<Waitid>("waitid.no-events", Errno.EINVAL,
  "XSH waitid ERRORS EINVAL",
  "At least one of WEXITED, WSTOPPED and WCONTINUED must be given.",
  (c) => c.events == 0);

export const NO_OPTIONS = new Rule<Waitid>("waitid.no-options", Errno.EINVAL,
  "XSH waitid ERRORS EINVAL",
  "On this kernel any option is enough; the standard asks for one that names an event.",
  (c) => c.options == 0);

export const PID_NOT_POSITIVE = new Rule<Waitid>("waitid.pid-not-positive", Errno.EINVAL,
  "XSH waitid ERRORS EINVAL",
  "With P_PID the number must be positive.",
  (c) => c.kind == IdKind.PID && c.id <= 0);

export const PID_NEGATIVE = new Rule<Waitid>("waitid.pid-negative", Errno.EINVAL,
  "XSH waitid ERRORS EINVAL",
  "With P_PID the number must not be negative.",
  (c) => c.kind == IdKind.PID && c.id < 0);

export const PGID_NEGATIVE = new Rule<Waitid>("waitid.pgid-negative", Errno.EINVAL,
  "XSH waitid ERRORS EINVAL",
  "With P_PGID the number must not be negative.",
  (c) => c.kind == IdKind.PGID && c.id < 0);

export const NO_CHILD = new Rule<Waitid>("waitid.no-child", Errno.ECHILD,
  "XSH waitid ERRORS ECHILD",
  "There must be a child to wait for.",
  (c) => c.selector == 0 || !anyMatches(c.caller, c.selector, c.options));

export function waitid(caller: Process, kind: IdKind, id: Pid, options: i32): void {
  call.caller = caller;
  call.kind = kind;
  call.id = id;
  call.options = options;
  if (orderOf(Call.WAITID).refuses<Waitid>(call)) return;
  const selector = call.selector;
  if (report(caller, selector, options, answer)) return;
  if ((options & WaitOption.NOHANG) != 0) {
    if (ask(NOTHING_FOUND) == NothingFound.CLEARED) answer.returns(0);
    else answer.leavesUntouched();
    return;
  }
  sleepUntilNews(caller, selector, options, kind != IdKind.ALL && id == 0);
}

/** Goes on waiting for children that were found at the time of the call. */
export function waitidAgain(caller: Process, selector: Pid, options: i32): void {
  if (selector > 0) waitid(caller, IdKind.PID, selector, options);
  else if (selector == -1) waitid(caller, IdKind.ALL, 0, options);
  else waitid(caller, IdKind.PGID, -selector, options);
}
