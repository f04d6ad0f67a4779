import { Errno } from "../errno";
import { NOBODY, OUTSIDE, Pid, Process, find } from "../process";
import { Question, ask, deviant, permitted } from "../question";
import { Rule } from "../rule";
import { named } from "./pthread_create";

export const enum Zombie { FOUND, ABSENT }
export const ZOMBIE = new Question("getpgid.zombie", "XSH getpgid ERRORS ESRCH",
  "Do getpgid and getsid find a process that is dead and not yet reaped?", [
    permitted("found", "A zombie is still a process, so its group and its session can be read."),
    deviant("absent", "A zombie is not found."),
  ]);

export const enum AcrossSessions { SHOWN, HIDDEN }
export const ACROSS_SESSIONS = new Question("getpgid.across-sessions", "XSH getpgid ERRORS EPERM",
  "May a process read the group and the session of a process in another session?", [
    permitted("shown", "It may."),
    permitted("hidden", "It is refused."),
  ]);

/** getpgid(pid) or getsid(pid): one process looks another one up. */
export class Lookup {
  caller: Process = NOBODY;
  pid: Pid = 0;
  target: Process = NOBODY;

  fill(caller: Process, pid: Pid): void {
    this.caller = caller;
    this.pid = pid;
    const target = pid == 0 ? caller : named(pid);
    this.target = target.isZombie && ask(ZOMBIE) == Zombie.ABSENT ? NOBODY : target;
  }
}

/** The three rules that getpgid and getsid have in common. */
export class LookupRules {
  readonly pidNegative: Rule<Lookup>;
  readonly noSuchProcess: Rule<Lookup>;
  readonly otherSession: Rule<Lookup>;

  constructor(call: string, pidNegativeClause: string, pidNegativeText: string) {
    this.pidNegative = new Rule<Lookup>(`${call}.pid-negative`, Errno.EINVAL,
      pidNegativeClause, pidNegativeText,
      (c) => c.pid < 0);
    this.noSuchProcess = new Rule<Lookup>(`${call}.no-such-process`, Errno.ESRCH,
      `XSH ${call} ERRORS ESRCH`,
      "The process that is asked about must exist.",
      (c) => !c.target.exists);
    this.otherSession = new Rule<Lookup>(`${call}.other-session`, Errno.EPERM,
      `XSH ${call} ERRORS EPERM`,
      "A kernel may keep a process from looking into other sessions.",
      (c) => c.target.exists && c.target.session != c.caller.session
        && ask(ACROSS_SESSIONS) == AcrossSessions.HIDDEN);
  }
}

/** The session's leader is gone, reaped included. */
export function leaderIsGone(session: Pid): bool {
  const leader = find(session);
  return leader != OUTSIDE && !leader.lives;
}
