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
import { Errno } from "../errno";
import { Profile, answers, is, known, measured, read } from "../profile";
import { Evidence, Order } from "../rule";

export const LINUX = new Profile("linux", "Linux 6.12, read; 6.18, measured.", [
  new Order("setpgid", true, [
    measured(setpgid.PGID_NEGATIVE), measured(setpgid.NO_SUCH_PROCESS),
    measured(setpgid.THREAD_NUMBER), measured(setpgid.MOVED_TO_OTHER_SESSION),
    measured(setpgid.CHILD_EXECED), measured(setpgid.NOT_CHILD), measured(setpgid.SESSION_LEADER),
    measured(setpgid.GROUP_ABSENT), measured(setpgid.GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", true, [measured(getpgid.GETPGID.noSuchProcess)]),
  new Order("getsid", true, [measured(getsid.GETSID.noSuchProcess)]),
  new Order("setsid", true, [measured(setsid.GROUP_LEADER), measured(setsid.GROUP_REMAINS)]),
  new Order("kill", true, [
    measured(kill.NO_SUCH_PROCESS), measured(kill.NO_SUCH_GROUP), read(kill.NOBODY_ELSE),
    measured(kill.INVALID_SIGNAL),
  ]),
  new Order("waitpid", true, [
    measured(waitpid.INVALID_OPTIONS), measured(waitpid.PID_INT_MIN, Errno.ESRCH),
    measured(waitpid.NO_CHILD),
  ]),
  new Order("execve", true, [known(execve.NO_SUCH_FILE)]),
], answers([
  is(setpgid.ZOMBIE_CHILD, setpgid.ZombieChild.TARGET, Evidence.MEASURED),
  is(setpgid.REACH, setpgid.Reach.CHILD, Evidence.MEASURED),
  is(setpgid.ZERO_PGID, setpgid.ZeroPgid.BEFORE_SIGN_CHECK, Evidence.MEASURED),
  is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED, Evidence.MEASURED),
  is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.MEASURED),
  is(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER, Evidence.SOURCE),
  is(lookup.ZOMBIE, lookup.Zombie.FOUND, Evidence.MEASURED),
  is(lookup.ACROSS_SESSIONS, lookup.AcrossSessions.SHOWN, Evidence.MEASURED),
  is(pthread.THREAD_ID, pthread.ThreadId.PROCESS, Evidence.MEASURED),
  is(kill.ZOMBIE_GROUP, kill.ZombieGroup.COUNTS, Evidence.MEASURED),
  is(kill.ALL_CALLER, kill.AllCaller.EXCLUDED, Evidence.SOURCE),
  is(waitpid.CHILD_ORDER, waitpid.ChildOrder.OLDEST, Evidence.SOURCE),
  is(kernel.LOOKS_AGAIN, kernel.LooksAgain.MATCHING_EVENT, Evidence.MEASURED),
  is(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.HANDED_ON, Evidence.SOURCE),
  is(kernel.NEW_PARENT, kernel.NewParent.SUBREAPER, Evidence.MEASURED),
  is(kernel.SESSION_ID, kernel.SessionId.AVOIDED, Evidence.SOURCE),
]));
