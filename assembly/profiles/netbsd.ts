import { ACROSS_SESSIONS, AcrossSessions } from "../calls/lookup";
import {
  CHILD_EXECED, GROUP_ABSENT, GROUP_ELSEWHERE, LEADER_IN_PLACE, LEADER_MAY_JOIN, LeaderInPlace,
  LeaderMayJoin, MOVED_TO_OTHER_SESSION, NOT_CHILD, NO_SUCH_PROCESS, PGID_NEGATIVE, SESSION_LEADER,
  ZERO_PGID, ZeroPgid,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { NEW_PARENT, NewParent } from "../kernel";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { FREEBSD } from "./freebsd";

/**
 * Left out: NetBSD also refuses a pgid whose slot in its pid table happens to hold another group.
 */
export const NETBSD: Profile = like(FREEBSD, "netbsd",
  "kern_prot.c and kern_proc.c of 2011, read; the rest is taken to be like freebsd.", [
    new Order("setpgid", true, [
      read(PGID_NEGATIVE), read(NO_SUCH_PROCESS), unverified(NOT_CHILD),
      read(MOVED_TO_OTHER_SESSION), read(GROUP_ELSEWHERE),
      read(CHILD_EXECED), read(SESSION_LEADER), read(GROUP_ABSENT),
    ]),
    new Order("setsid", true, [read(GROUP_LEADER), read(GROUP_REMAINS)]),
  ], [
    is(ZERO_PGID, ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(LEADER_IN_PLACE, LeaderInPlace.ALLOWED, Evidence.SOURCE),
    is(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(ACROSS_SESSIONS, AcrossSessions.SHOWN, Evidence.SOURCE),
    is(NEW_PARENT, NewParent.SYSTEM, Evidence.UNVERIFIED),
  ]);
