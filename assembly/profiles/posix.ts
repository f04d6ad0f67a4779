import { NO_SUCH_FILE } from "../calls/execve";
import { GETPGID } from "../calls/getpgid";
import { GETSID } from "../calls/getsid";
import {
  ALL_CALLER, AllCaller, INVALID_SIGNAL, NO_SUCH_GROUP, NO_SUCH_PROCESS as NOBODY_TO_KILL,
  ZOMBIE_GROUP, ZombieGroup,
} from "../calls/kill";
import { ACROSS_SESSIONS, ZOMBIE, Zombie } from "../calls/lookup";
import { THREAD_ID, ThreadId } from "../calls/pthread_create";
import {
  CHILD_EXECED, GROUP_ABSENT, GROUP_ELSEWHERE, GROUP_SESSION, GroupSession, LEADER_IN_PLACE,
  LEADER_MAY_JOIN,
  LeaderInPlace, LeaderMayJoin, MOVED_TO_OTHER_SESSION, NOT_CHILD, NO_SUCH_PROCESS, PGID_NEGATIVE,
  PGID_TOO_LARGE,
  REACH, Reach, SESSION_LEADER, ZERO_PGID, ZOMBIE_CHILD, ZombieChild,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { CHILD_ORDER, ChildOrder, INVALID_OPTIONS, NO_CHILD, PID_INT_MIN } from "../calls/waitpid";
import { LOOKS_AGAIN, NEW_PARENT, SESSION_ID, ZOMBIE_CHILDREN, ZombieChildren } from "../kernel";
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
    known(PGID_NEGATIVE), known(PGID_TOO_LARGE), known(NO_SUCH_PROCESS), known(NOT_CHILD),
    known(MOVED_TO_OTHER_SESSION),
    known(CHILD_EXECED), known(SESSION_LEADER), known(GROUP_ABSENT), known(GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", false, [known(GETPGID.pidNegative), known(GETPGID.noSuchProcess),
    known(GETPGID.otherSession)]),
  new Order("getsid", false, [known(GETSID.noSuchProcess),
    known(GETSID.otherSession)]),
  new Order("setsid", false, [known(GROUP_LEADER), known(GROUP_REMAINS)]),
  new Order("kill", false, [known(INVALID_SIGNAL), known(NOBODY_TO_KILL), known(NO_SUCH_GROUP)]),
  new Order("waitpid", false, [known(INVALID_OPTIONS), known(PID_INT_MIN), known(NO_CHILD)]),
  new Order("execve", false, [known(NO_SUCH_FILE)]),
], answers([
  fixed(ZOMBIE_CHILD, ZombieChild.TARGET), fixed(REACH, Reach.CHILD), open(ZERO_PGID),
  fixed(LEADER_IN_PLACE, LeaderInPlace.REFUSED), fixed(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED),
  fixed(GROUP_SESSION, GroupSession.CALLER), fixed(ZOMBIE, Zombie.FOUND), open(ACROSS_SESSIONS),
  fixed(THREAD_ID, ThreadId.NOBODY), fixed(ZOMBIE_GROUP, ZombieGroup.COUNTS), fixed(ALL_CALLER,
  AllCaller.INCLUDED),
  fixed(CHILD_ORDER, ChildOrder.ANY), open(LOOKS_AGAIN), fixed(ZOMBIE_CHILDREN,
  ZombieChildren.HANDED_ON),
  open(NEW_PARENT), open(SESSION_ID),
]));
