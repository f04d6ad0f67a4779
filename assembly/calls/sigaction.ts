import { Errno } from "../errno";
import { Disposition, NOBODY, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";
import { FIXED, HARMLESS, Signal, bit, has } from "../signal";
import { Effect, answer, note } from "../step";

/** The cases of `types.action`. */
export const enum Action { QUERY, DEFAULT, IGNORE, CATCH }
/** The bits of `types.action-flags`. */
export const enum ActionFlag { RESTART = 1, NOCLDSTOP = 2, NOCLDWAIT = 4, RESETHAND = 8 }

export const enum FixedQuery { ANSWERED, REFUSED }
export const FIXED_QUERY = new Question("sigaction.fixed-query", "XSH sigaction ERRORS EINVAL",
  "May a process ask for the action of SIGKILL and SIGSTOP?", [
    permitted("answered", "It may."),
    permitted("refused", "It is refused."),
  ]);

export const enum FixedDefault { ACCEPTED, REFUSED }
export const FIXED_DEFAULT = new Question("sigaction.fixed-default", "XSH sigaction ERRORS EINVAL",
  "May a process set SIGKILL and SIGSTOP to the default action, which they have anyway?", [
    permitted("accepted", "It may, without effect."),
    permitted("refused", "It is refused."),
  ]);

/** sigaction(signal, action, flags) */
export class Sigaction {
  caller: Process = NOBODY;
  signal: Signal = 0;
  action: Action = Action.QUERY;
  get isFixed(): bool { return has(FIXED, this.signal); }
}
const call = new Sigaction();

export const FIXED_SIGNAL = new Rule<Sigaction>("sigaction.fixed-signal", Errno.EINVAL,
  "XSH sigaction ERRORS EINVAL",
  "SIGKILL and SIGSTOP cannot be caught or ignored.",
  (c) => c.isFixed && c.action >= Action.IGNORE);

export const FIXED_SIGNAL_DEFAULT = new Rule<Sigaction>("sigaction.fixed-signal-default",
  Errno.EINVAL,
  "XSH sigaction ERRORS EINVAL",
  "A kernel may refuse to set the action of SIGKILL and SIGSTOP, even to what it is.",
  (c) => c.isFixed && c.action == Action.DEFAULT && ask(FIXED_DEFAULT) == FixedDefault.REFUSED);

export const FIXED_SIGNAL_QUERY = new Rule<Sigaction>("sigaction.fixed-signal-query", Errno.EINVAL,
  "XSH sigaction ERRORS EINVAL",
  "A kernel may refuse to tell the action of SIGKILL and SIGSTOP.",
  (c) => c.isFixed && c.action == Action.QUERY && ask(FIXED_QUERY) == FixedQuery.REFUSED);

export function sigaction(caller: Process, signal: Signal, action: Action, flags: i32): void {
  call.caller = caller;
  call.signal = signal;
  call.action = action;
  if (orderOf(Call.SIGACTION).refuses<Sigaction>(call)) return;
  if (action == Action.QUERY) {
    answer.disposes(dispositionOf(caller, signal));
    return;
  }
  answer.returns(0);
  if (call.isFixed) return;
  setAction(caller, signal, action, flags);
  note(Effect.CHANGED_DISPOSITION, caller.pid, signal);
}

function dispositionOf(process: Process, signal: Signal): Disposition {
  if (has(process.ignored, signal)) return Disposition.IGNORE;
  return has(process.caught, signal) ? Disposition.CATCH : Disposition.DEFAULT;
}

function setAction(process: Process, signal: Signal, action: Action, flags: i32): void {
  const one = bit(signal);
  process.ignored = action == Action.IGNORE ? process.ignored | one : process.ignored & ~one;
  process.caught = action == Action.CATCH ? process.caught | one : process.caught & ~one;
  process.restarts = (flags & ActionFlag.RESTART) != 0 && action == Action.CATCH
    ? process.restarts | one : process.restarts & ~one;
  process.resets = (flags & ActionFlag.RESETHAND) != 0 && action == Action.CATCH
    ? process.resets | one : process.resets & ~one;
  if (signal == Signal.SIGCHLD) setChildAction(process, action, flags);
  // An action that does nothing also discards what is pending.
  const isIdle = action == Action.IGNORE
    || (action == Action.DEFAULT && has(HARMLESS, signal));
  if (isIdle && has(process.pending, signal)) {
    process.pending &= ~one;
    note(Effect.DISCARDED, process.pid, signal);
  }
}

function setChildAction(process: Process, action: Action, flags: i32): void {
  process.noChildStops = (flags & ActionFlag.NOCLDSTOP) != 0;
  process.noChildWait = (flags & ActionFlag.NOCLDWAIT) != 0;
  process.noZombies = action == Action.IGNORE || process.noChildWait;
}
