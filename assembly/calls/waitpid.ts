import { Errno } from "../errno";
import { answer } from "../step";
import { NOBODY, Pid, Process } from "../process";
import { Call, orderOf } from "../profile";
import { ODD, PLAIN, Rule } from "../rule";
import { WaitOption } from "../wake";
import { anyMatches, report, sleepUntilNews } from "./waiting";

/** waitpid(selector, options), and wait() as waitpid(-1, 0). */
export class Waitpid {
  caller: Process = NOBODY;
  /** As it was passed. */
  raw: Pid = 0;
  /** With 0 resolved to the caller's group at the time of the call. */
  selector: Pid = 0;
  options: i32 = 0;
}
const call = new Waitpid();

export const INVALID_OPTIONS = new Rule<Waitpid>("waitpid.invalid-options", Errno.EINVAL,
  "XSH wait ERRORS EINVAL",
  "Only the options that are defined may be given.",
  (c) => (c.options & WaitOption.UNKNOWN) != 0, ODD);

export const OPTIONS_OF_WAITID = new Rule<Waitpid>("waitpid.options-of-waitid", Errno.EINVAL,
  "XSH wait ERRORS EINVAL",
  "The options that only waitid has may not be given to waitpid.",
  (c) => (c.options & (WaitOption.EXITED | WaitOption.NOWAIT)) != 0, ODD);

export const PID_INT_MIN = new Rule<Waitpid>("waitpid.pid-int-min", Errno.EINVAL,
  "XSH wait ERRORS EINVAL",
  "A kernel may refuse the one negative number that has no positive counterpart.",
  (c) => c.raw == i32.MIN_VALUE, ODD);

export const NO_CHILD = new Rule<Waitpid>("waitpid.no-child", Errno.ECHILD,
  "XSH wait ERRORS ECHILD",
  "There must be a child to wait for, alive or not yet reaped.",
  (c) => !anyMatches(c.caller, c.selector, c.options | WaitOption.EXITED));

/** Options that waitpid has not. */
const FOREIGN: i32 = WaitOption.UNKNOWN | WaitOption.EXITED | WaitOption.NOWAIT;
function isOdd(pid: Pid, options: i32): bool {
  return pid == i32.MIN_VALUE || (options & FOREIGN) != 0;
}

export function waitpid(caller: Process, pid: Pid, options: i32): void {
  call.caller = caller;
  call.raw = pid;
  call.selector = pid == 0 ? -caller.group : pid;
  call.options = options;
  if (orderOf(Call.WAITPID).refuses<Waitpid>(call, isOdd(pid, options) ? ODD : PLAIN)) return;
  if (report(caller, call.selector, options | WaitOption.EXITED, answer)) return;
  if ((options & WaitOption.NOHANG) != 0) answer.returns(0);
  else sleepUntilNews(caller, call.selector, options | WaitOption.EXITED, pid == 0);
}
