import { GETPGID } from "../calls/getpgid";
import { GETSID, LEADER_GONE } from "../calls/getsid";
import {
  ALL_CALLER, AllCaller, INVALID_SIGNAL, NOBODY_ELSE, NO_SUCH_GROUP, NO_SUCH_PROCESS as
  NOBODY_TO_KILL, ZOMBIE_GROUP, ZombieGroup,
} from "../calls/kill";
import { ACROSS_SESSIONS, AcrossSessions } from "../calls/lookup";
import {
  CHILD_EXECED, GROUP_ABSENT, GROUP_ELSEWHERE, GROUP_SESSION, GroupSession, LEADER_IN_PLACE,
  LEADER_MAY_JOIN, LeaderInPlace, LeaderMayJoin, MOVED_TO_OTHER_SESSION, NOT_CHILD,
  NO_SUCH_PROCESS, PGID_NEGATIVE, SESSION_LEADER, ZERO_PGID, ZeroPgid,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { NEW_PARENT, NewParent } from "../kernel";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { FREEBSD } from "./freebsd";

export const OPENBSD: Profile = like(FREEBSD, "openbsd",
  "kern_prot.c, and an older kern_sig.c, read; the rest is taken to be like freebsd.", [
    new Order("setpgid", true, [
      read(PGID_NEGATIVE), read(NO_SUCH_PROCESS), unverified(NOT_CHILD),
      read(MOVED_TO_OTHER_SESSION), read(CHILD_EXECED),
      read(SESSION_LEADER), read(GROUP_ABSENT), read(GROUP_ELSEWHERE),
    ]),
    new Order("getpgid", true, [read(GETPGID.noSuchProcess), read(GETPGID.otherSession)]),
    new Order("getsid", true, [read(GETSID.noSuchProcess), read(GETSID.otherSession),
      read(LEADER_GONE)]),
    new Order("setsid", true, [read(GROUP_LEADER), read(GROUP_REMAINS)]),
    new Order("kill", true, [read(INVALID_SIGNAL), read(NOBODY_TO_KILL), read(NO_SUCH_GROUP),
      read(NOBODY_ELSE)]),
  ], [
    is(ZERO_PGID, ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(LEADER_IN_PLACE, LeaderInPlace.REFUSED, Evidence.SOURCE),
    is(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(GROUP_SESSION, GroupSession.CALLER, Evidence.SOURCE),
    is(ACROSS_SESSIONS, AcrossSessions.HIDDEN, Evidence.SOURCE),
    is(ZOMBIE_GROUP, ZombieGroup.COUNTS, Evidence.REPORTED),
    is(ALL_CALLER, AllCaller.EXCLUDED, Evidence.SOURCE),
    is(NEW_PARENT, NewParent.SYSTEM, Evidence.UNVERIFIED),
  ]);
