import * as getpgid from "../calls/getpgid";
import * as getsid from "../calls/getsid";
import * as kill from "../calls/kill";
import * as lookup from "../calls/lookup";
import * as pthread from "../calls/pthread_create";
import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import * as waitpid from "../calls/waitpid";
import * as waiting from "../calls/waiting";
import * as kernel from "../kernel";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import * as wake from "../wake";
import { LINUX } from "./linux";

export const ILLUMOS: Profile = like(LINUX, "illumos",
  "pgrpsys.c of 2005, read; kill, wait and exit were not read.", [
    new Order("setpgid", true, [
      read(setpgid.PID_NEGATIVE), read(setpgid.PID_TOO_LARGE), read(setpgid.NO_SUCH_PROCESS),
      read(setpgid.NOT_CHILD), read(setpgid.CHILD_EXECED), read(setpgid.MOVED_TO_OTHER_SESSION),
      read(setpgid.SESSION_LEADER), read(setpgid.PGID_NEGATIVE), read(setpgid.PGID_TOO_LARGE),
      read(setpgid.GROUP_ABSENT), read(setpgid.GROUP_ELSEWHERE),
    ]),
    new Order("getpgid", true, [
      read(getpgid.GETPGID.pidNegative), read(getpgid.GETPGID.noSuchProcess),
    ]),
    new Order("getsid", true, [read(getsid.GETSID.pidNegative), read(getsid.GETSID.noSuchProcess)]),
    new Order("setsid", true, [read(setsid.GROUP_LEADER), read(setsid.GROUP_REMAINS)]),
    new Order("kill", true, [
      unverified(kill.INVALID_SIGNAL), unverified(kill.NO_SUCH_PROCESS),
      unverified(kill.NO_SUCH_GROUP), unverified(kill.NOT_PERMITTED),
      unverified(kill.GROUP_NOT_PERMITTED),
    ]),
    new Order("waitpid", true, [unverified(waitpid.INVALID_OPTIONS), unverified(waitpid.NO_CHILD)]),
  ], [
    is(setpgid.REACH, setpgid.Reach.CHILD, Evidence.SOURCE),
    is(setpgid.ZERO_PGID, setpgid.ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED, Evidence.SOURCE),
    is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(setpgid.GROUP_SESSION, setpgid.GroupSession.TARGET, Evidence.SOURCE),
    is(lookup.ACROSS_SESSIONS, lookup.AcrossSessions.SHOWN, Evidence.SOURCE),
    is(pthread.THREAD_ID, pthread.ThreadId.NOBODY, Evidence.UNVERIFIED),
    is(kill.ALL_CALLER, kill.AllCaller.INCLUDED, Evidence.UNVERIFIED),
    is(wake.LOOKS_AGAIN, wake.LooksAgain.CHILD_EVENT, Evidence.UNVERIFIED),
    is(kernel.NEW_PARENT, kernel.NewParent.SYSTEM, Evidence.UNVERIFIED),
    is(waiting.AFTER_WAIT, waiting.AfterWait.CLEARED, Evidence.UNVERIFIED),
  ]);
