import { choose } from "../choice";
import { generate, stop } from "../deliver";
import { Errno } from "../errno";
import { answer } from "../step";
import { NOBODY, Pid, Process, end, first } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, deviant, permitted } from "../question";
import { lookAtFirst, lookFurther } from "../row";
import { Rule, Traits } from "../rule";
import { groupExists } from "../session";
import { FIXED, Signal, SignalArgument, Signals, bit, has } from "../signal";
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

export const enum ZombiePermission { TESTED, SKIPPED }
export const ZOMBIE_PERMISSION = new Question("kill.zombie-permission", "XSH kill ERRORS EPERM",
  "Is permission needed to signal a process that is dead and not yet reaped?", [
    permitted("tested", "It is, as for any other process."),
    deviant("skipped", "A zombie can be signalled by anybody."),
  ]);

export const enum UserChanged { ANY_SIGNAL, SOME_SIGNALS }
export const USER_CHANGED = new Question("kill.user-changed", "XSH kill ERRORS EPERM",
  "Which signals may a process be sent by its own user after it has changed its user IDs?", [
    permitted("any-signal", "Any."),
    deviant("some-signals", "Only those that end or stop it, and SIGUSR1 and SIGUSR2."),
  ]);
/** Those signals. */
const FOR_CHANGED: Signals = FIXED | 1 << Signal.SIGINT | 1 << Signal.SIGTERM | 1 << Signal.SIGALRM
  | 1 << Signal.SIGTTIN | 1 << Signal.SIGTTOU | 1 << Signal.SIGTSTP | 1 << Signal.SIGHUP
  | 1 << Signal.SIGUSR1 | 1 << Signal.SIGUSR2;

/** Whom a call is for, and that its signal is none. */
const enum Trait { TO_PROCESS = 1, TO_GROUP = 2, TO_ALL = 4, INVALID = 8 }

export function killTraits(target: Pid, kind: SignalArgument): Traits {
  const whom = target > 0 ? Trait.TO_PROCESS : target == -1 ? Trait.TO_ALL : Trait.TO_GROUP;
  return kind == SignalArgument.INVALID ? whom | Trait.INVALID : whom;
}

/** kill(target, signal) */
export class Kill {
  caller: Process = NOBODY;
  target: Pid = 0;
  private kindPassed: SignalArgument = SignalArgument.PROBE;
  private signalPassed: Signal = 0;

  fill(caller: Process, target: Pid, kind: SignalArgument, signal: Signal): void {
    this.caller = caller;
    this.target = target;
    this.kindPassed = kind;
    this.signalPassed = signal;
  }

  get kind(): SignalArgument {
    lookFurther();
    return this.kindPassed;
  }
  get signal(): Signal {
    lookFurther();
    return this.signalPassed;
  }
  get isToProcess(): bool { return this.target > 0; }
  get isToAll(): bool { return this.target == -1; }
  /** The group addressed, for 0 and for numbers below -1. */
  get group(): Pid { return this.target == 0 ? this.caller.group : -this.target; }

  reaches(process: Process): bool {
    if (this.isToAll) return process != this.caller || ask(ALL_CALLER) == AllCaller.INCLUDED;
    if (this.isToProcess) return process == named(this.target);
    return process.group == this.group && counts(process);
  }

  /** The caller may send this signal to this process. */
  mayReach(target: Process): bool {
    const caller = this.caller;
    if (caller.isPrivileged || target == caller || this.goesOnWith(target)) return true;
    if (target.isZombie && ask(ZOMBIE_PERMISSION) == ZombiePermission.SKIPPED) return true;
    return sharesUser(caller, target) && !this.isTooMuchFor(target);
  }

  /** SIGCONT within a session needs no permission. */
  private goesOnWith(target: Process): bool {
    return this.kind == SignalArgument.NAMED && this.signal == Signal.SIGCONT
      && target.session == this.caller.session;
  }

  private isTooMuchFor(target: Process): bool {
    if (!target.userChanged || this.kind != SignalArgument.NAMED) return false;
    return !has(FOR_CHANGED, this.signal) && ask(USER_CHANGED) == UserChanged.SOME_SIGNALS;
  }
}
const call = new Kill();

function sharesUser(caller: Process, target: Process): bool {
  return caller.realUser == target.realUser || caller.realUser == target.savedUser
    || caller.effectiveUser == target.realUser || caller.effectiveUser == target.savedUser;
}

/** A member of a group counts unless it is a zombie on a kernel that passes over those. */
function counts(member: Process): bool {
  return !member.isZombie || ask(ZOMBIE_GROUP) == ZombieGroup.COUNTS;
}

export const INVALID_SIGNAL = new Rule<Kill>("kill.invalid-signal", Errno.EINVAL,
  "XSH kill ERRORS EINVAL",
  "The signal must be 0 or one that the system has.",
  (c) => c.kind == SignalArgument.INVALID, Trait.INVALID);

export const NO_SUCH_PROCESS = new Rule<Kill>("kill.no-such-process", Errno.ESRCH,
  "XSH kill ERRORS ESRCH",
  "The process that is to be signalled must exist.",
  (c) => !named(c.target).exists, Trait.TO_PROCESS);

export const NO_SUCH_GROUP = new Rule<Kill>("kill.no-such-group", Errno.ESRCH,
  "XSH kill ERRORS ESRCH",
  "The group that is to be signalled must have a member.",
  (c) => !groupExists(c.group), Trait.TO_GROUP);

export const GROUP_OF_ZOMBIES = new Rule<Kill>("kill.group-of-zombies", Errno.EPERM,
  "XSH kill ERRORS EPERM",
  "On this kernel a group must have a living member to be signalled; the standard counts zombies.",
  (c) => groupExists(c.group) && !isReached(c, false), Trait.TO_GROUP);

export const NOBODY_ELSE = new Rule<Kill>("kill.nobody-else", Errno.ESRCH, "XSH kill ERRORS ESRCH",
  "On this kernel a signal to everybody needs somebody besides the caller; the standard counts the caller.",
  (c) => !isReached(c, false), Trait.TO_ALL);

export const NOBODY_ELSE_PERMITTED = new Rule<Kill>("kill.nobody-else-permitted", Errno.EPERM,
  "XSH kill ERRORS EPERM",
  "On this kernel a signal to everybody needs somebody besides the caller whom it may reach.",
  (c) => !isReached(c, true), Trait.TO_ALL);

export const NOT_PERMITTED = new Rule<Kill>("kill.not-permitted", Errno.EPERM,
  "XSH kill ERRORS EPERM",
  "A process may signal only processes of its own user, unless it is privileged; SIGCONT also those of its session.",
  (c) => isNotPermitted(c), Trait.TO_PROCESS);

export const GROUP_NOT_PERMITTED = new Rule<Kill>("kill.group-not-permitted", Errno.EPERM,
  "XSH kill ERRORS EPERM",
  "A process may signal a group if it may signal one of its members.",
  (c) => isNotPermitted(c), Trait.TO_GROUP);

function isNotPermitted(c: Kill): bool {
  return !c.caller.isPrivileged && !isReached(c, true) && isReached(c, false);
}

/** Somebody is reached; if `permitted`, somebody the caller may signal. */
function isReached(c: Kill, permitted: bool): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists && c.reaches(p) && (!permitted || c.mayReach(p))) return true;
  }
  return false;
}

export function kill(caller: Process, target: Pid, kind: SignalArgument, signal: i32): void {
  call.fill(caller, target, kind, signal);
  lookAtFirst();
  if (orderOf(Call.KILL).refuses<Kill>(call, killTraits(target, kind))) return;
  answer.returns(0);
  if (kind != SignalArgument.NAMED) return;
  send();
  if (signal == Signal.SIGSTOP && isOwnThread(caller, target)) stopInThread(caller);
}

function isOwnThread(caller: Process, target: Pid): bool {
  return target > 0 && target == caller.thread;
}

/** Its other thread takes the signal, and the call may have returned before that stops them both. */
function stopInThread(caller: Process): void {
  if (choose(2) == 0) return;
  caller.pending &= ~bit(Signal.SIGSTOP);
  stop(caller, Signal.SIGSTOP);
}

/** Sends a signal to a group as `kill` does: to whom the sender may signal. */
export function signalPermitted(sender: Process, group: Pid, signal: Signal): void {
  call.fill(sender, -group, SignalArgument.NAMED, signal);
  send();
}

function send(): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists && call.reaches(p) && call.mayReach(p)) generate(call.signal, p);
  }
}
