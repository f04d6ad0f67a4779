import { NO_SUCH_FILE } from "../calls/execve";
import { GETPGID } from "../calls/getpgid";
import { GETSID } from "../calls/getsid";
import {
  ALL_CALLER, AllCaller, INVALID_SIGNAL, NOBODY_ELSE, NO_SUCH_GROUP,
  NO_SUCH_PROCESS as NOBODY_TO_KILL, ZOMBIE_GROUP,
  ZombieGroup,
} from "../calls/kill";
import { ACROSS_SESSIONS, AcrossSessions, ZOMBIE, Zombie } from "../calls/lookup";
import { THREAD_ID, ThreadId } from "../calls/pthread_create";
import {
  CHILD_EXECED, GROUP_ABSENT, GROUP_ELSEWHERE, GROUP_SESSION, GroupSession, LEADER_IN_PLACE,
  LEADER_MAY_JOIN,
  LeaderInPlace, LeaderMayJoin, MOVED_TO_OTHER_SESSION, NOT_CHILD, NO_SUCH_PROCESS, PGID_NEGATIVE,
  REACH, Reach,
  SESSION_LEADER, THREAD_NUMBER, ZERO_PGID, ZOMBIE_CHILD, ZeroPgid, ZombieChild,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { CHILD_ORDER, ChildOrder, INVALID_OPTIONS, NO_CHILD, PID_INT_MIN } from "../calls/waitpid";
import { Errno } from "../errno";
import {
  LOOKS_AGAIN, LooksAgain, NEW_PARENT, NewParent, SESSION_ID, SessionId, ZOMBIE_CHILDREN,
  ZombieChildren,
} from "../kernel";
import { Profile, answers, is, known, measured, read } from "../profile";
import { Evidence, Order } from "../rule";

export const LINUX = new Profile("linux", "Linux 6.12, read; 6.18, measured.", [
  new Order("setpgid", true, [
    measured(PGID_NEGATIVE), measured(NO_SUCH_PROCESS), measured(THREAD_NUMBER),
    measured(MOVED_TO_OTHER_SESSION),
    measured(CHILD_EXECED), measured(NOT_CHILD), measured(SESSION_LEADER), measured(GROUP_ABSENT),
    measured(GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", true, [measured(GETPGID.noSuchProcess)]),
  new Order("getsid", true, [measured(GETSID.noSuchProcess)]),
  new Order("setsid", true, [measured(GROUP_LEADER), measured(GROUP_REMAINS)]),
  new Order("kill", true, [
    measured(NOBODY_TO_KILL), measured(NO_SUCH_GROUP), read(NOBODY_ELSE),
    measured(INVALID_SIGNAL),
  ]),
  new Order("waitpid", true, [measured(INVALID_OPTIONS), measured(PID_INT_MIN, Errno.ESRCH),
    measured(NO_CHILD)]),
  new Order("execve", true, [known(NO_SUCH_FILE)]),
], answers([
  is(ZOMBIE_CHILD, ZombieChild.TARGET, Evidence.MEASURED),
  is(REACH, Reach.CHILD, Evidence.MEASURED),
  is(ZERO_PGID, ZeroPgid.BEFORE_SIGN_CHECK, Evidence.MEASURED),
  is(LEADER_IN_PLACE, LeaderInPlace.REFUSED, Evidence.MEASURED),
  is(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED, Evidence.MEASURED),
  is(GROUP_SESSION, GroupSession.CALLER, Evidence.SOURCE),
  is(ZOMBIE, Zombie.FOUND, Evidence.MEASURED),
  is(ACROSS_SESSIONS, AcrossSessions.SHOWN, Evidence.MEASURED),
  is(THREAD_ID, ThreadId.PROCESS, Evidence.MEASURED),
  is(ZOMBIE_GROUP, ZombieGroup.COUNTS, Evidence.MEASURED),
  is(ALL_CALLER, AllCaller.EXCLUDED, Evidence.SOURCE),
  is(CHILD_ORDER, ChildOrder.OLDEST, Evidence.SOURCE),
  is(LOOKS_AGAIN, LooksAgain.MATCHING_EVENT, Evidence.MEASURED),
  is(ZOMBIE_CHILDREN, ZombieChildren.HANDED_ON, Evidence.SOURCE),
  is(NEW_PARENT, NewParent.SUBREAPER, Evidence.MEASURED),
  is(SESSION_ID, SessionId.AVOIDED, Evidence.SOURCE),
]));
