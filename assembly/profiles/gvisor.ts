import * as kill from "../calls/kill";
import * as pthread from "../calls/pthread_create";
import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import * as tcsetpgrp from "../calls/tcsetpgrp";
import * as tiocnotty from "../calls/tiocnotty";
import * as tiocsctty from "../calls/tiocsctty";
import { Errno } from "../errno";
import * as hangup from "../hangup";
import * as orphaning from "../orphaning";
import * as terminal from "../terminal";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { LINUX } from "./linux";

export const GVISOR: Profile = like(LINUX, "gvisor",
  "The master branch of 2026-08, read: setpgid, sessions, kill and part of the terminals; the rest is taken to be like linux.", [
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
    new Order("tiocsctty", true, [
      unverified(tiocsctty.BAD_DESCRIPTOR), unverified(tiocsctty.HUNG_UP),
      read(tiocsctty.NOT_LEADER, Errno.EINVAL), read(tiocsctty.TERMINAL_TAKEN),
      read(tiocsctty.NOT_READABLE),
    ]),
    new Order("tcsetpgrp", true, [
      unverified(tcsetpgrp.BAD_DESCRIPTOR),
      read(tcsetpgrp.ORPHANED, Errno.ENOTTY), read(tcsetpgrp.BACKGROUND),
      read(tcsetpgrp.NOT_TERMINAL), read(tcsetpgrp.PGID_NEGATIVE),
      read(tcsetpgrp.GROUP_ABSENT, Errno.ESRCH), read(tcsetpgrp.GROUP_ELSEWHERE),
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
    is(tcsetpgrp.NON_GROUP, tcsetpgrp.NonGroup.REFUSED, Evidence.SOURCE),
    is(tiocsctty.STEAL, tiocsctty.Steal.POSSIBLE, Evidence.SOURCE),
    is(tiocsctty.UNREADABLE, tiocsctty.Unreadable.REFUSED, Evidence.SOURCE),
    is(tiocnotty.ALLOWED, tiocnotty.Allowed.ANY_MEMBER, Evidence.SOURCE),
    is(tiocnotty.LEADER_EFFECT, tiocnotty.LeaderEffect.HANGS_UP, Evidence.SOURCE),
    is(hangup.HANGUP, hangup.Hangup.FOREGROUND, Evidence.SOURCE),
    is(terminal.REACHES, terminal.Reaches.GROUP, Evidence.SOURCE),
  ]);
