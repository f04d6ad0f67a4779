import { Errno } from "../errno";
import { answer } from "../step";
import { move } from "../kernel";
import { NOBODY, OUTSIDE, PID_MAX, Pid, Process, find } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, deviant, permitted } from "../question";
import { lookAtFirst, lookFurther } from "../row";
import { ODD, PLAIN, Rule, Traits } from "../rule";
import { groupExists, groupIsIn } from "../session";
import { processOfThread } from "./pthread_create";

export const enum ZombieChild { TARGET, ABSENT }
export const ZOMBIE_CHILD = new Question("setpgid.zombie-child", "XSH setpgid ERRORS ESRCH",
  "Can a child that is dead and not yet reaped be moved to another group?", [
    permitted("target", "A zombie is still a child, so it can."),
    deviant("absent", "A zombie is not found."),
  ]);

export const enum Reach { CHILD, DESCENDANT }
export const REACH = new Question("setpgid.reach", "XSH setpgid ERRORS ESRCH",
  "Whom may a process move besides itself?", [
    permitted("child", "Its own children."),
    deviant("descendant", "Its children, their children, and so on."),
  ]);

export const enum ZeroPgid { BEFORE_SIGN_CHECK, AFTER_SIGN_CHECK }
export const ZERO_PGID = new Question("setpgid.zero-pgid", "XSH setpgid ERRORS EINVAL",
  "When is a pgid of 0 replaced by the pid that was given: before or after the sign of pgid is checked?", [
    permitted("before-sign-check", "Before, so that setpgid(-5, 0) asks for the group -5."),
    permitted("after-sign-check",
      "After, so that setpgid(-5, 0) only names a process that does not exist."),
  ]);

export const enum LeaderInPlace { REFUSED, ALLOWED }
export const LEADER_IN_PLACE = new Question("setpgid.leader-in-place", "XSH setpgid ERRORS EPERM",
  "May a session leader be told to stay in the group it already is in?", [
    permitted("refused", "A session leader is refused whatever it asks for."),
    deviant("allowed", "A request that changes nothing succeeds."),
  ]);

export const enum LeaderMayJoin { REFUSED, ALLOWED }
export const LEADER_MAY_JOIN = new Question("setpgid.leader-may-join", "XSH setpgid ERRORS EPERM",
  "May a session leader join another group of its session?", [
    permitted("refused", "It may not."),
    deviant("allowed", "It may, so that its group and its session then differ."),
  ]);

export const enum GroupSession { CALLER, TARGET }
export const GROUP_SESSION = new Question("setpgid.group-session", "XSH setpgid ERRORS EPERM",
  "In whose session must the group be that is to be joined?", [
    permitted("caller", "In the caller's."),
    deviant("target", "In that of the process that is moved."),
  ]);

export function setpgidTraits(pid: Pid, pgid: Pid): Traits {
  return (pid | pgid) < 0 || pid > PID_MAX || pgid > PID_MAX ? ODD : PLAIN;
}

/** setpgid(pid, pgid): pid 0 is the caller, pgid 0 is the number of the process that is moved. */
export class Setpgid {
  caller: Process = NOBODY;
  pid: Pid = 0;
  private secondArgument: Pid = 0;
  private groupAskedFor: Pid = 0;
  target: Process = NOBODY;
  /** The target is a process other than the caller that this kernel lets the caller move. */
  targetsKin: bool = false;

  fill(caller: Process, pid: Pid, pgid: Pid): void {
    this.caller = caller;
    this.pid = pid;
    this.secondArgument = pgid;
    this.groupAskedFor = pgid != 0 ? pgid : pid != 0 ? pid : caller.pid;
    const target = pid == 0 ? caller : find(pid);
    this.target = target.isZombie && ask(ZOMBIE_CHILD) == ZombieChild.ABSENT ? NOBODY : target;
    this.targetsKin = this.target != caller && isKin(this.target, caller);
  }

  get pgid(): Pid {
    lookFurther();
    return this.secondArgument;
  }
  /** The group asked for. */
  get group(): Pid {
    lookFurther();
    return this.groupAskedFor;
  }
  /** The pgid whose sign is checked. */
  get signed(): Pid {
    if (this.pgid != 0 || this.pid >= 0) return this.pgid;
    return ask(ZERO_PGID) == ZeroPgid.BEFORE_SIGN_CHECK ? this.pid : 0;
  }
  /**
   * The number is a thread's, on a kernel where a thread's number is one of a task like any other.
   */
  get namesThread(): bool { return !this.target.exists && processOfThread(this.pid).exists; }
  get isInReach(): bool { return this.targetsKin || this.target == this.caller; }
  /** It is to join a group that is not the one it may found. */
  get joins(): bool {
    return this.group > 0 && this.target.exists && this.group != this.target.pid;
  }
  /** The session that the group asked for must be in. */
  get session(): Pid {
    const target = this.target.session;
    const caller = this.caller.session;
    return target != caller && this.isInReach
      && ask(GROUP_SESSION) == GroupSession.TARGET ? target : caller;
  }
}
const call = new Setpgid();

function isKin(process: Process, caller: Process): bool {
  if (!process.exists) return false;
  return process.isChildOf(caller) || (descends(process, caller) && ask(REACH) == Reach.DESCENDANT);
}

function descends(process: Process, ancestor: Process): bool {
  for (let p = process; p != OUTSIDE && p != NOBODY; p = find(p.parent)) {
    if (p.isChildOf(ancestor)) return true;
  }
  return false;
}

function leaderMayStay(c: Setpgid): bool {
  if (c.group == c.target.group) return ask(LEADER_IN_PLACE) == LeaderInPlace.ALLOWED;
  return c.group != c.target.pid && ask(LEADER_MAY_JOIN) == LeaderMayJoin.ALLOWED;
}

export const PGID_NEGATIVE = new Rule<Setpgid>("setpgid.pgid-negative", Errno.EINVAL,
  "XSH setpgid ERRORS EINVAL",
  "A process group ID is never negative.",
  (c) => c.signed < 0, ODD);

export const PGID_TOO_LARGE = new Rule<Setpgid>("setpgid.pgid-too-large", Errno.EINVAL,
  "XSH setpgid ERRORS EINVAL",
  "A kernel may refuse a process group ID that is larger than any process ID it gives out.",
  (c) => c.pgid > PID_MAX, ODD);

export const PID_NEGATIVE = new Rule<Setpgid>("setpgid.pid-negative", Errno.EINVAL,
  "XSH setpgid ERRORS EINVAL",
  "On this kernel a negative process ID is an invalid value; the standard only says that no such process exists.",
  (c) => c.pid < 0, ODD);

export const PID_TOO_LARGE = new Rule<Setpgid>("setpgid.pid-too-large", Errno.EINVAL,
  "XSH setpgid ERRORS EINVAL",
  "On this kernel a process ID beyond the largest is an invalid value; the standard only says that no such process exists.",
  (c) => c.pid > PID_MAX, ODD);

export const NO_SUCH_PROCESS = new Rule<Setpgid>("setpgid.no-such-process", Errno.ESRCH,
  "XSH setpgid ERRORS ESRCH",
  "The process that is to be moved must exist.",
  (c) => !c.target.exists && !c.namesThread);

export const THREAD_NUMBER = new Rule<Setpgid>("setpgid.thread-id", Errno.EINVAL,
  "XSH setpgid ERRORS EINVAL",
  "On this kernel the ID of a thread other than the first is an invalid value; the standard only says that no such process exists.",
  (c) => c.namesThread);

export const NOT_CHILD = new Rule<Setpgid>("setpgid.not-child", Errno.ESRCH,
  "XSH setpgid ERRORS ESRCH",
  "A process may move only itself and its own children.",
  (c) => c.target.exists && !c.isInReach);

export const MOVED_TO_OTHER_SESSION = new Rule<Setpgid>("setpgid.other-session", Errno.EPERM,
  "XSH setpgid ERRORS EPERM",
  "A child in another session is out of its parent's reach.",
  (c) => c.target.session != c.caller.session && c.targetsKin);

export const CHILD_EXECED = new Rule<Setpgid>("setpgid.child-execed", Errno.EACCES,
  "XSH setpgid ERRORS EACCES",
  "Once a child has called exec, only the child may change its own group.",
  (c) => c.targetsKin && c.target.execed);

export const SESSION_LEADER = new Rule<Setpgid>("setpgid.session-leader", Errno.EPERM,
  "XSH setpgid ERRORS EPERM",
  "A session leader stays in the group it leads.",
  (c) => c.target.exists && c.target.leadsSession && !leaderMayStay(c));

export const GROUP_ABSENT = new Rule<Setpgid>("setpgid.group-absent", Errno.EPERM,
  "XSH setpgid ERRORS EPERM",
  "The group that is to be joined must exist, unless it is the one named by the process's own number.",
  (c) => c.joins && !groupExists(c.group));

export const GROUP_ELSEWHERE = new Rule<Setpgid>("setpgid.group-elsewhere", Errno.EPERM,
  "XSH setpgid ERRORS EPERM",
  "The group that is to be joined must be in the same session.",
  (c) => c.joins && groupExists(c.group) && !groupIsIn(c.group, c.session));

export function setpgid(caller: Process, pid: Pid, pgid: Pid): void {
  call.fill(caller, pid, pgid);
  lookAtFirst();
  if (orderOf(Call.SETPGID).refuses<Setpgid>(call, setpgidTraits(pid, pgid))) return;
  move(call.target, call.group);
  answer.returns(0);
}
