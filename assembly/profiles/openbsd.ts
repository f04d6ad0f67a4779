import * as background from "../calls/background";
import * as getpgid from "../calls/getpgid";
import * as getsid from "../calls/getsid";
import * as kill from "../calls/kill";
import * as lookup from "../calls/lookup";
import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import * as sigaction from "../calls/sigaction";
import * as kernel from "../kernel";
import { Errno } from "../errno";
import * as orphan from "../orphan";
import * as orphaning from "../orphaning";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { FREEBSD } from "./freebsd";

export const OPENBSD: Profile = like(FREEBSD, "openbsd",
  "kern_prot.c, and an older kern_sig.c, read; the rest is taken to be like freebsd.", [
    new Order("setpgid", true, [
      read(setpgid.PGID_NEGATIVE), read(setpgid.NO_SUCH_PROCESS), unverified(setpgid.NOT_CHILD),
      read(setpgid.MOVED_TO_OTHER_SESSION), read(setpgid.CHILD_EXECED),
      read(setpgid.SESSION_LEADER), read(setpgid.GROUP_ABSENT), read(setpgid.GROUP_ELSEWHERE),
    ]),
    new Order("getpgid", true, [
      read(getpgid.GETPGID.noSuchProcess), read(getpgid.GETPGID.otherSession),
    ]),
    new Order("getsid", true, [
      read(getsid.GETSID.noSuchProcess), read(getsid.GETSID.otherSession), read(getsid.LEADER_GONE),
    ]),
    new Order("setsid", true, [read(setsid.GROUP_LEADER), read(setsid.GROUP_REMAINS)]),
    new Order("kill", true, [
      read(kill.INVALID_SIGNAL), read(kill.NO_SUCH_PROCESS), read(kill.NO_SUCH_GROUP),
      read(kill.NOBODY_ELSE_PERMITTED, Errno.ESRCH),
      read(kill.NOT_PERMITTED), read(kill.GROUP_NOT_PERMITTED, Errno.ESRCH),
    ]),
    new Order("sigaction", true, [
      read(sigaction.FIXED_SIGNAL), read(sigaction.FIXED_SIGNAL_DEFAULT),
    ]),
  ], [
    is(setpgid.ZERO_PGID, setpgid.ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED, Evidence.SOURCE),
    is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER, Evidence.SOURCE),
    is(lookup.ACROSS_SESSIONS, lookup.AcrossSessions.HIDDEN, Evidence.SOURCE),
    is(kill.ZOMBIE_GROUP, kill.ZombieGroup.COUNTS, Evidence.REPORTED),
    is(kill.ALL_CALLER, kill.AllCaller.EXCLUDED, Evidence.SOURCE),
    is(orphaning.MOVERS_CHILDREN, orphaning.MoversChildren.LINKED, Evidence.UNVERIFIED),
    is(orphan.ORPHANED_KNOWN, orphan.OrphanedKnown.COMPUTED, Evidence.UNVERIFIED),
    is(kernel.NEW_PARENT, kernel.NewParent.SYSTEM, Evidence.UNVERIFIED),
    is(kill.USER_CHANGED, kill.UserChanged.SOME_SIGNALS, Evidence.SOURCE),
    is(sigaction.FIXED_DEFAULT, sigaction.FixedDefault.REFUSED, Evidence.SOURCE),
    is(background.INTERRUPTED, background.Interrupted.RESTARTED, Evidence.UNVERIFIED),
  ]);
