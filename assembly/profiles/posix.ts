import * as execve from "../calls/execve";
import * as getpgid from "../calls/getpgid";
import * as getsid from "../calls/getsid";
import * as kill from "../calls/kill";
import * as lookup from "../calls/lookup";
import * as pthread from "../calls/pthread_create";
import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import * as waitpid from "../calls/waitpid";
import * as kernel from "../kernel";
import { KnownAnswer, Profile, answers, is, known } from "../profile";
import { Question } from "../question";
import { Evidence, Order } from "../rule";

function fixed(question: Question, alternative: i32): KnownAnswer {
  return is(question, alternative, Evidence.GENERAL);
}
function open(question: Question): KnownAnswer { return is(question, -1, Evidence.GENERAL); }

/** The standard: no order, and every question open that it leaves open. */
export const POSIX = new Profile("posix",
  "IEEE Std 1003.1-2017: any broken rule may speak, and open questions stay open.", [
  new Order("setpgid", false, [
    known(setpgid.PGID_NEGATIVE), known(setpgid.PGID_TOO_LARGE), known(setpgid.NO_SUCH_PROCESS),
    known(setpgid.NOT_CHILD), known(setpgid.MOVED_TO_OTHER_SESSION), known(setpgid.CHILD_EXECED),
    known(setpgid.SESSION_LEADER), known(setpgid.GROUP_ABSENT), known(setpgid.GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", false, [
    known(getpgid.GETPGID.pidNegative), known(getpgid.GETPGID.noSuchProcess),
    known(getpgid.GETPGID.otherSession),
  ]),
  new Order("getsid", false, [
    known(getsid.GETSID.noSuchProcess), known(getsid.GETSID.otherSession),
  ]),
  new Order("setsid", false, [known(setsid.GROUP_LEADER), known(setsid.GROUP_REMAINS)]),
  new Order("kill", false, [
    known(kill.INVALID_SIGNAL), known(kill.NO_SUCH_PROCESS), known(kill.NO_SUCH_GROUP),
  ]),
  new Order("waitpid", false, [
    known(waitpid.INVALID_OPTIONS), known(waitpid.PID_INT_MIN), known(waitpid.NO_CHILD),
  ]),
  new Order("execve", false, [known(execve.NO_SUCH_FILE)]),
], answers([
  fixed(setpgid.ZOMBIE_CHILD, setpgid.ZombieChild.TARGET),
  fixed(setpgid.REACH, setpgid.Reach.CHILD), open(setpgid.ZERO_PGID),
  fixed(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED),
  fixed(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED),
  fixed(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER),
  fixed(lookup.ZOMBIE, lookup.Zombie.FOUND), open(lookup.ACROSS_SESSIONS),
  fixed(pthread.THREAD_ID, pthread.ThreadId.NOBODY),
  fixed(kill.ZOMBIE_GROUP, kill.ZombieGroup.COUNTS),
  fixed(kill.ALL_CALLER, kill.AllCaller.INCLUDED),
  fixed(waitpid.CHILD_ORDER, waitpid.ChildOrder.ANY), open(kernel.LOOKS_AGAIN),
  fixed(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.HANDED_ON),
  open(kernel.NEW_PARENT), open(kernel.SESSION_ID),
]));
