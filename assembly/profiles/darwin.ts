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
import { Profile, answers, is, known, read, reported } from "../profile";
import { Evidence, Order } from "../rule";

export const DARWIN = new Profile("darwin", "xnu-11417.101.15, read; nothing was executed.", [
  new Order("setpgid", true, [
    read(setpgid.NO_SUCH_PROCESS), read(setpgid.NOT_CHILD), read(setpgid.MOVED_TO_OTHER_SESSION),
    read(setpgid.CHILD_EXECED), read(setpgid.SESSION_LEADER), read(setpgid.PGID_NEGATIVE),
    read(setpgid.GROUP_ABSENT), read(setpgid.GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", true, [read(getpgid.GETPGID.noSuchProcess)]),
  new Order("getsid", true, [read(getsid.GETSID.noSuchProcess)]),
  new Order("setsid", true, [read(setsid.GROUP_LEADER), read(setsid.GROUP_REMAINS)]),
  new Order("kill", true, [
    read(kill.INVALID_SIGNAL), read(kill.NO_SUCH_PROCESS), read(kill.NO_SUCH_GROUP),
    reported(kill.GROUP_OF_ZOMBIES),
  ]),
  new Order("waitpid", true, [read(waitpid.PID_INT_MIN), read(waitpid.NO_CHILD)]),
  new Order("execve", true, [known(execve.NO_SUCH_FILE)]),
], answers([
  is(setpgid.ZOMBIE_CHILD, setpgid.ZombieChild.ABSENT, Evidence.SOURCE),
  is(setpgid.REACH, setpgid.Reach.DESCENDANT, Evidence.SOURCE),
  is(setpgid.ZERO_PGID, setpgid.ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
  is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED, Evidence.SOURCE),
  is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.SOURCE),
  is(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER, Evidence.SOURCE),
  is(lookup.ZOMBIE, lookup.Zombie.ABSENT, Evidence.SOURCE),
  is(lookup.ACROSS_SESSIONS, lookup.AcrossSessions.SHOWN, Evidence.SOURCE),
  is(pthread.THREAD_ID, pthread.ThreadId.NOBODY, Evidence.SOURCE),
  is(kill.ZOMBIE_GROUP, kill.ZombieGroup.SKIPPED, Evidence.REPORTED),
  is(kill.ALL_CALLER, kill.AllCaller.INCLUDED, Evidence.SOURCE),
  is(waitpid.CHILD_ORDER, waitpid.ChildOrder.NEWEST, Evidence.SOURCE),
  is(kernel.LOOKS_AGAIN, kernel.LooksAgain.CHILD_EVENT, Evidence.SOURCE),
  is(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.REAPED, Evidence.SOURCE),
  is(kernel.NEW_PARENT, kernel.NewParent.SYSTEM, Evidence.SOURCE),
  is(kernel.SESSION_ID, kernel.SessionId.AVOIDED, Evidence.SOURCE),
]));
