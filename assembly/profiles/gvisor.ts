import * as kill from "../calls/kill";
import * as pthread from "../calls/pthread_create";
import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import { Errno } from "../errno";
import * as orphaning from "../orphaning";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { LINUX } from "./linux";

export const GVISOR: Profile = like(LINUX, "gvisor",
  "The master branch of 2026-08, read: setpgid, sessions and kill; the rest is taken to be like linux.", [
    new Order("setpgid", true, [
      read(setpgid.NO_SUCH_PROCESS), read(setpgid.THREAD_NUMBER), read(setpgid.NOT_CHILD),
      read(setpgid.PGID_NEGATIVE), read(setpgid.CHILD_EXECED), read(setpgid.SESSION_LEADER),
      read(setpgid.GROUP_ABSENT), read(setpgid.GROUP_ELSEWHERE),
    ]),
    new Order("setsid", true, [read(setsid.GROUP_LEADER), unverified(setsid.GROUP_REMAINS)]),
    new Order("kill", true, [
      read(kill.NO_SUCH_PROCESS), read(kill.NO_SUCH_GROUP),
      read(kill.NOBODY_ELSE_PERMITTED, Errno.ESRCH), unverified(kill.NOT_PERMITTED),
      unverified(kill.GROUP_NOT_PERMITTED), read(kill.INVALID_SIGNAL),
    ]),
  ], [
    is(setpgid.REACH, setpgid.Reach.CHILD, Evidence.SOURCE),
    is(setpgid.ZERO_PGID, setpgid.ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.ALLOWED, Evidence.SOURCE),
    is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.ALLOWED, Evidence.UNVERIFIED),
    is(setpgid.GROUP_SESSION, setpgid.GroupSession.TARGET, Evidence.SOURCE),
    is(pthread.THREAD_ID, pthread.ThreadId.PROCESS, Evidence.SOURCE),
    is(kill.ALL_CALLER, kill.AllCaller.EXCLUDED, Evidence.SOURCE),
    is(orphaning.ORPHANED_BY_MOVE, orphaning.OrphanedByMove.CHILDRENS_GROUPS, Evidence.SOURCE),
  ]);
