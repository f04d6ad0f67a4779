import { GETPGID } from "../calls/getpgid";
import { GETSID } from "../calls/getsid";
import {
  ALL_CALLER, AllCaller, INVALID_SIGNAL, NO_SUCH_GROUP, NO_SUCH_PROCESS as NOBODY_TO_KILL,
} from "../calls/kill";
import { ACROSS_SESSIONS, AcrossSessions } from "../calls/lookup";
import { THREAD_ID, ThreadId } from "../calls/pthread_create";
import {
  CHILD_EXECED, GROUP_ABSENT, GROUP_ELSEWHERE, GROUP_SESSION, GroupSession, LEADER_IN_PLACE,
  LEADER_MAY_JOIN, LeaderInPlace, LeaderMayJoin,
  MOVED_TO_OTHER_SESSION, NOT_CHILD, NO_SUCH_PROCESS, PGID_NEGATIVE, PGID_TOO_LARGE, PID_NEGATIVE,
  PID_TOO_LARGE, REACH,
  Reach, SESSION_LEADER, ZERO_PGID, ZeroPgid,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { INVALID_OPTIONS, NO_CHILD } from "../calls/waitpid";
import { LOOKS_AGAIN, LooksAgain, NEW_PARENT, NewParent } from "../kernel";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { LINUX } from "./linux";

export const ILLUMOS: Profile = like(LINUX, "illumos",
  "pgrpsys.c of 2005, read; kill, wait and exit were not read.", [
    new Order("setpgid", true, [
      read(PID_NEGATIVE), read(PID_TOO_LARGE), read(NO_SUCH_PROCESS), read(NOT_CHILD),
      read(CHILD_EXECED),
      read(MOVED_TO_OTHER_SESSION), read(SESSION_LEADER), read(PGID_NEGATIVE),
      read(PGID_TOO_LARGE), read(GROUP_ABSENT),
      read(GROUP_ELSEWHERE),
    ]),
    new Order("getpgid", true, [read(GETPGID.pidNegative), read(GETPGID.noSuchProcess)]),
    new Order("getsid", true, [read(GETSID.pidNegative), read(GETSID.noSuchProcess)]),
    new Order("setsid", true, [read(GROUP_LEADER), read(GROUP_REMAINS)]),
    new Order("kill", true, [unverified(INVALID_SIGNAL), unverified(NOBODY_TO_KILL),
      unverified(NO_SUCH_GROUP)]),
    new Order("waitpid", true, [unverified(INVALID_OPTIONS), unverified(NO_CHILD)]),
  ], [
    is(REACH, Reach.CHILD, Evidence.SOURCE),
    is(ZERO_PGID, ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(LEADER_IN_PLACE, LeaderInPlace.REFUSED, Evidence.SOURCE),
    is(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(GROUP_SESSION, GroupSession.TARGET, Evidence.SOURCE),
    is(ACROSS_SESSIONS, AcrossSessions.SHOWN, Evidence.SOURCE),
    is(THREAD_ID, ThreadId.NOBODY, Evidence.UNVERIFIED),
    is(ALL_CALLER, AllCaller.INCLUDED, Evidence.UNVERIFIED),
    is(LOOKS_AGAIN, LooksAgain.CHILD_EVENT, Evidence.UNVERIFIED),
    is(NEW_PARENT, NewParent.SYSTEM, Evidence.UNVERIFIED),
  ]);
