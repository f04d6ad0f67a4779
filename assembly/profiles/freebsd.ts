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
  SESSION_LEADER, ZERO_PGID, ZOMBIE_CHILD, ZeroPgid, ZombieChild,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { CHILD_ORDER, ChildOrder, INVALID_OPTIONS, NO_CHILD } from "../calls/waitpid";
import { Errno } from "../errno";
import {
  LOOKS_AGAIN, LooksAgain, NEW_PARENT, NewParent, SESSION_ID, SessionId, ZOMBIE_CHILDREN,
  ZombieChildren,
} from "../kernel";
import { Profile, answers, is, known, read } from "../profile";
import { Evidence, Order } from "../rule";

export const FREEBSD = new Profile("freebsd",
  "The development branch of 2024 and later, read; nothing was executed.", [
  new Order("setpgid", true, [
    read(PGID_NEGATIVE), read(NO_SUCH_PROCESS), read(NOT_CHILD), read(MOVED_TO_OTHER_SESSION),
    read(CHILD_EXECED),
    read(SESSION_LEADER), read(GROUP_ABSENT), read(GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", true, [read(GETPGID.noSuchProcess)]),
  new Order("getsid", true, [read(GETSID.noSuchProcess)]),
  new Order("setsid", true, [read(GROUP_LEADER), read(GROUP_REMAINS)]),
  new Order("kill", true, [read(INVALID_SIGNAL), read(NOBODY_TO_KILL), read(NO_SUCH_GROUP),
    read(NOBODY_ELSE, Errno.EPERM)]),
  new Order("waitpid", true, [read(INVALID_OPTIONS), read(NO_CHILD)]),
  new Order("execve", true, [known(NO_SUCH_FILE)]),
], answers([
  is(ZOMBIE_CHILD, ZombieChild.ABSENT, Evidence.REPORTED),
  is(REACH, Reach.DESCENDANT, Evidence.SOURCE),
  is(ZERO_PGID, ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
  is(LEADER_IN_PLACE, LeaderInPlace.REFUSED, Evidence.SOURCE),
  is(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED, Evidence.SOURCE),
  is(GROUP_SESSION, GroupSession.CALLER, Evidence.SOURCE),
  is(ZOMBIE, Zombie.ABSENT, Evidence.SOURCE),
  is(ACROSS_SESSIONS, AcrossSessions.SHOWN, Evidence.SOURCE),
  is(THREAD_ID, ThreadId.NOBODY, Evidence.SOURCE),
  is(ZOMBIE_GROUP, ZombieGroup.COUNTS, Evidence.REPORTED),
  is(ALL_CALLER, AllCaller.EXCLUDED, Evidence.SOURCE),
  is(CHILD_ORDER, ChildOrder.ANY, Evidence.UNVERIFIED),
  is(LOOKS_AGAIN, LooksAgain.CHILD_EVENT, Evidence.SOURCE),
  is(ZOMBIE_CHILDREN, ZombieChildren.HANDED_ON, Evidence.SOURCE),
  is(NEW_PARENT, NewParent.SUBREAPER, Evidence.SOURCE),
  is(SESSION_ID, SessionId.AVOIDED, Evidence.SOURCE),
]));
