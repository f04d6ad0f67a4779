import { generate } from "../deliver";
import { Errno } from "../errno";
import { answer } from "../step";
import { NOBODY, Pid, Process, end, first } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, deviant, permitted } from "../question";
import { Rule } from "../rule";
import { groupExists, onlyZombiesIn } from "../session";
import { SignalArgument } from "../signal";
import { named } from "./pthread_create";

export const enum ZombieGroup { COUNTS, SKIPPED }
export const ZOMBIE_GROUP = new Question("kill.zombie-group", "XSH kill ERRORS ESRCH",
  "Can a group be signalled that has no members but zombies?", [
    permitted("counts", "It can, without effect: a zombie is a member until it is reaped."),
    deviant("skipped", "Zombies are passed over, so nobody is found to signal."),
  ]);

export const enum AllCaller { INCLUDED, EXCLUDED }
export const ALL_CALLER = new Question("kill.all-caller", "XSH kill DESCRIPTION",
  "Does a signal to everybody, kill(-1, …), reach the process that sends it?", [
    permitted("included", "It does."),
    deviant("excluded", "The caller is left out."),
  ]);

/** kill(target, signal) */
export class Kill {
  caller: Process = NOBODY;
  target: Pid = 0;
  kind: SignalArgument = SignalArgument.PROBE;

  get isToProcess(): bool { return this.target > 0; }
  get isToAll(): bool { return this.target == -1; }
  /** The group addressed, for 0 and for numbers below -1. */
  get group(): Pid { return this.target == 0 ? this.caller.group : -this.target; }
  get isToGroup(): bool { return this.target == 0 || this.target < -1; }

  reaches(process: Process): bool {
    if (this.isToAll) return process != this.caller || ask(ALL_CALLER) == AllCaller.INCLUDED;
    return this.isToGroup ? process.group == this.group : process == named(this.target);
  }
}
const call = new Kill();

export const INVALID_SIGNAL = new Rule<Kill>("kill.invalid-signal", Errno.EINVAL,
  "XSH kill ERRORS EINVAL",
  "The signal must be 0 or one that the system has.",
  (c) => c.kind == SignalArgument.INVALID);

export const NO_SUCH_PROCESS = new Rule<Kill>("kill.no-such-process", Errno.ESRCH,
  "XSH kill ERRORS ESRCH",
  "The process that is to be signalled must exist.",
  (c) => c.isToProcess && !named(c.target).exists);

export const NO_SUCH_GROUP = new Rule<Kill>("kill.no-such-group", Errno.ESRCH,
  "XSH kill ERRORS ESRCH",
  "The group that is to be signalled must have a member.",
  (c) => c.isToGroup && !groupExists(c.group));

export const GROUP_OF_ZOMBIES = new Rule<Kill>("kill.group-of-zombies", Errno.EPERM,
  "XSH kill ERRORS EPERM",
  "On this kernel a group must have a living member to be signalled; the standard counts zombies.",
  (c) => c.isToGroup && onlyZombiesIn(c.group) && ask(ZOMBIE_GROUP) == ZombieGroup.SKIPPED);

export const NOBODY_ELSE = new Rule<Kill>("kill.nobody-else", Errno.ESRCH, "XSH kill ERRORS ESRCH",
  "On this kernel a signal to everybody needs somebody besides the caller; the standard counts the caller.",
  (c) => c.isToAll && reachedCount(c) == 0);

function reachedCount(c: Kill): i32 {
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists && c.reaches(p)) count++;
  }
  return count;
}

export function kill(caller: Process, target: Pid, kind: SignalArgument, signal: i32): void {
  call.caller = caller;
  call.target = target;
  call.kind = kind;
  if (orderOf(Call.KILL).refuses<Kill>(call)) return;
  answer.returns(0);
  if (kind != SignalArgument.NAMED) return;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists && call.reaches(p)) generate(signal, p);
  }
}
