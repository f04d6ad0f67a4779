import * as background from "../calls/background";
import * as kill from "../calls/kill";
import * as lookup from "../calls/lookup";
import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import * as kernel from "../kernel";
import * as orphan from "../orphan";
import * as orphaning from "../orphaning";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { FREEBSD } from "./freebsd";

/**
 * Left out: NetBSD also refuses a pgid whose slot in its pid table happens to hold another group.
 */
export const NETBSD: Profile = like(FREEBSD, "netbsd",
  "kern_prot.c and kern_proc.c of 2011, read; the rest is taken to be like freebsd.", [
    new Order("setpgid", true, [
      read(setpgid.PGID_NEGATIVE), read(setpgid.NO_SUCH_PROCESS), unverified(setpgid.NOT_CHILD),
      read(setpgid.MOVED_TO_OTHER_SESSION), read(setpgid.GROUP_ELSEWHERE),
      read(setpgid.CHILD_EXECED), read(setpgid.SESSION_LEADER), read(setpgid.GROUP_ABSENT),
    ]),
    new Order("setsid", true, [read(setsid.GROUP_LEADER), read(setsid.GROUP_REMAINS)]),
  ], [
    is(setpgid.ZERO_PGID, setpgid.ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.ALLOWED, Evidence.SOURCE),
    is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(lookup.ACROSS_SESSIONS, lookup.AcrossSessions.SHOWN, Evidence.SOURCE),
    is(orphan.ORPHANED_KNOWN, orphan.OrphanedKnown.COMPUTED, Evidence.SOURCE),
    is(orphaning.ORPHAN_SIGNALS, orphaning.OrphanSignals.STOPPED_MEMBERS, Evidence.SOURCE),
    is(orphaning.MOVERS_CHILDREN, orphaning.MoversChildren.LINKED, Evidence.UNVERIFIED),
    is(orphaning.ORPHANED_BY_MOVE, orphaning.OrphanedByMove.CHILDRENS_GROUPS, Evidence.SOURCE),
    is(kernel.NEW_PARENT, kernel.NewParent.SYSTEM, Evidence.UNVERIFIED),
    is(kill.USER_CHANGED, kill.UserChanged.ANY_SIGNAL, Evidence.UNVERIFIED),
    is(background.INTERRUPTED, background.Interrupted.RESTARTED, Evidence.UNVERIFIED),
  ]);
