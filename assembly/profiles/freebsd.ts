import * as background from "../calls/background";
import * as close from "../calls/close";
import * as descriptor from "../calls/descriptor";
import * as execve from "../calls/execve";
import * as getpgid from "../calls/getpgid";
import * as getsid from "../calls/getsid";
import * as kill from "../calls/kill";
import * as lookup from "../calls/lookup";
import * as mask from "../calls/mask";
import * as open from "../calls/open";
import * as pthread from "../calls/pthread_create";
import * as raise from "../calls/raise";
import * as reading from "../calls/read";
import * as setpgid from "../calls/setpgid";
import * as setresuid from "../calls/setresuid";
import * as setsid from "../calls/setsid";
import * as sigaction from "../calls/sigaction";
import * as tcgetpgrp from "../calls/tcgetpgrp";
import * as tcgetsid from "../calls/tcgetsid";
import * as tcsetattr from "../calls/tcsetattr";
import * as tcsetpgrp from "../calls/tcsetpgrp";
import * as tiocnotty from "../calls/tiocnotty";
import * as tiocsctty from "../calls/tiocsctty";
import * as type from "../calls/type";
import * as waitid from "../calls/waitid";
import * as waiting from "../calls/waiting";
import * as waitpid from "../calls/waitpid";
import * as write from "../calls/write";
import * as deliver from "../deliver";
import * as hangup from "../hangup";
import * as kernel from "../kernel";
import * as numbers from "../numbers";
import * as orphan from "../orphan";
import * as orphaning from "../orphaning";
import * as run from "../run";
import * as terminal from "../terminal";
import * as wake from "../wake";
import { Errno } from "../errno";
import { Profile, answers, is, known, read, reported } from "../profile";
import { Evidence, Order } from "../rule";

export const FREEBSD = new Profile("freebsd",
  "The development branch of 2024 and later, read; nothing was executed.", [
  new Order("setpgid", true, [
    read(setpgid.PGID_NEGATIVE), read(setpgid.NO_SUCH_PROCESS), read(setpgid.NOT_CHILD),
    read(setpgid.MOVED_TO_OTHER_SESSION), read(setpgid.CHILD_EXECED), read(setpgid.SESSION_LEADER),
    read(setpgid.GROUP_ABSENT), read(setpgid.GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", true, [read(getpgid.GETPGID.noSuchProcess)]),
  new Order("getsid", true, [read(getsid.GETSID.noSuchProcess)]),
  new Order("setsid", true, [read(setsid.GROUP_LEADER), read(setsid.GROUP_REMAINS)]),
  new Order("kill", true, [
    read(kill.INVALID_SIGNAL), read(kill.NO_SUCH_PROCESS), read(kill.NO_SUCH_GROUP),
    read(kill.NOBODY_ELSE_PERMITTED),
    read(kill.NOT_PERMITTED), read(kill.GROUP_NOT_PERMITTED),
  ]),
  new Order("waitpid", true, [read(waitpid.INVALID_OPTIONS), read(waitpid.NO_CHILD)]),
  new Order("execve", true, [known(execve.NO_SUCH_FILE)]),
  new Order("waitid", true, [
    read(waitid.INVALID_OPTIONS), read(waitid.NO_EVENTS), read(waitid.NO_CHILD),
  ]),
  new Order("sigaction", true, [read(sigaction.FIXED_SIGNAL)]),
  new Order("setresuid", true, [known(setresuid.NOT_PERMITTED)]),
  new Order("raise", true, [known(raise.INVALID_SIGNAL)]),
  new Order("open", true, [known(open.NO_TERMINAL_THERE), read(open.HUNG_UP, Errno.ENXIO)]),
  new Order("close", true, [known(close.BAD_DESCRIPTOR)]),
  new Order("tiocsctty", true, [
    known(tiocsctty.BAD_DESCRIPTOR), read(tiocsctty.HUNG_UP, Errno.ENXIO),
    read(tiocsctty.NOT_LEADER), read(tiocsctty.HAS_TERMINAL), read(tiocsctty.TERMINAL_TAKEN),
  ]),
  new Order("tiocnotty", true, [
    known(tiocnotty.BAD_DESCRIPTOR), read(tiocnotty.HUNG_UP, Errno.ENXIO),
    read(tiocnotty.NOT_TERMINAL), read(tiocnotty.NOT_LEADER),
  ]),
  new Order("tcgetpgrp", true, [
    known(tcgetpgrp.BAD_DESCRIPTOR), read(tcgetpgrp.HUNG_UP, Errno.ENXIO),
    read(tcgetpgrp.NOT_TERMINAL),
  ]),
  new Order("tcsetpgrp", true, [
    known(tcsetpgrp.BAD_DESCRIPTOR), read(tcsetpgrp.HUNG_UP, Errno.ENXIO),
    read(tcsetpgrp.ORPHANED), read(tcsetpgrp.BACKGROUND),
    read(tcsetpgrp.PGID_NEGATIVE, Errno.EPERM), reported(tcsetpgrp.GROUP_ABSENT),
    read(tcsetpgrp.GROUP_ELSEWHERE), read(tcsetpgrp.NOT_TERMINAL),
  ]),
  new Order("tcgetsid", true, [
    known(tcgetsid.BAD_DESCRIPTOR), read(tcgetsid.HUNG_UP, Errno.ENXIO),
    read(tcgetsid.NOT_TERMINAL),
  ]),
  new Order("tcsetattr", true, [
    known(tcsetattr.BAD_DESCRIPTOR), read(tcsetattr.HUNG_UP, Errno.ENXIO),
    read(tcsetattr.ORPHANED), read(tcsetattr.BACKGROUND),
  ]),
  new Order("read", true, [
    known(reading.BAD_DESCRIPTOR), read(reading.SIGNAL_HELD), read(reading.ORPHANED),
    read(reading.BACKGROUND),
  ]),
  new Order("write", true, [
    known(write.BAD_DESCRIPTOR), read(write.HUNG_UP, Errno.ENXIO), read(write.ORPHANED),
    read(write.BACKGROUND),
  ]),
  new Order("type", true, [known(type.BAD_DESCRIPTOR)]),
], answers([
  is(setpgid.ZOMBIE_CHILD, setpgid.ZombieChild.ABSENT, Evidence.REPORTED),
  is(setpgid.REACH, setpgid.Reach.DESCENDANT, Evidence.SOURCE),
  is(setpgid.ZERO_PGID, setpgid.ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
  is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED, Evidence.SOURCE),
  is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.SOURCE),
  is(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER, Evidence.SOURCE),
  is(lookup.ZOMBIE, lookup.Zombie.ABSENT, Evidence.SOURCE),
  is(lookup.ACROSS_SESSIONS, lookup.AcrossSessions.SHOWN, Evidence.SOURCE),
  is(pthread.THREAD_ID, pthread.ThreadId.NOBODY, Evidence.SOURCE),
  is(kill.ZOMBIE_GROUP, kill.ZombieGroup.COUNTS, Evidence.REPORTED),
  is(kill.ALL_CALLER, kill.AllCaller.EXCLUDED, Evidence.SOURCE),
  is(waiting.CHILD_ORDER, waiting.ChildOrder.ANY, Evidence.UNVERIFIED),
  is(wake.LOOKS_AGAIN, wake.LooksAgain.CHILD_EVENT, Evidence.SOURCE),
  is(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.HANDED_ON, Evidence.SOURCE),
  is(kernel.NEW_PARENT, kernel.NewParent.SUBREAPER, Evidence.SOURCE),
  is(numbers.SESSION_ID, numbers.SessionId.AVOIDED, Evidence.SOURCE),
  is(deliver.BLOCKED_IGNORED, deliver.BlockedIgnored.DISCARDED, Evidence.SOURCE),
  is(deliver.STOP_CANCELS, deliver.StopCancels.UNLESS_DROPPED, Evidence.SOURCE),
  is(deliver.STOPPED_FATAL, deliver.StoppedFatal.HELD, Evidence.SOURCE),
  is(deliver.CONTINUE_RUNNING, deliver.ContinueRunning.NOTHING, Evidence.SOURCE),
  is(deliver.IGNORED_NOTICE, deliver.IgnoredNotice.UNSENT, Evidence.SOURCE),
  is(deliver.CONTINUE_NOTICE, deliver.ContinueNotice.SENT, Evidence.SOURCE),
  is(run.PENDING_ORDER, run.PendingOrder.ANY, Evidence.UNVERIFIED),
  is(wake.WAKES_ON_CONTINUE, wake.WakesOnContinue.WAKES, Evidence.REPORTED),
  is(orphan.ORPHANED_KNOWN, orphan.OrphanedKnown.REMEMBERED, Evidence.UNVERIFIED),
  is(orphaning.ORPHAN_SIGNALS, orphaning.OrphanSignals.EVERY_MEMBER, Evidence.SOURCE),
  is(orphaning.ORPHANED_BY_MOVE, orphaning.OrphanedByMove.OLD_GROUP, Evidence.SOURCE),
  is(kernel.ORPHAN_TESTS, kernel.OrphanTests.BEFORE_CHILDREN, Evidence.SOURCE),
  is(kernel.UNWANTED_CHILD, kernel.UnwantedChild.HANDED_ON, Evidence.SOURCE),
  is(kernel.UNWANTED_NOTICE, kernel.UnwantedNotice.UNSENT, Evidence.SOURCE),
  is(kernel.NO_ZOMBIES_INHERITED, kernel.NoZombiesInherited.INHERITED, Evidence.UNVERIFIED),
  is(waiting.AFTER_WAIT, waiting.AfterWait.CLEARED, Evidence.SOURCE),
  is(waitid.ZERO_PROCESS, waitid.ZeroProcess.OWN_GROUP, Evidence.SOURCE),
  is(waitid.ZERO_GROUP, waitid.ZeroGroup.OWN_GROUP, Evidence.SOURCE),
  is(waitid.NOTHING_FOUND, waitid.NothingFound.CLEARED, Evidence.SOURCE),
  is(sigaction.FIXED_QUERY, sigaction.FixedQuery.ANSWERED, Evidence.SOURCE),
  is(sigaction.FIXED_DEFAULT, sigaction.FixedDefault.ACCEPTED, Evidence.SOURCE),
  is(execve.IGNORED_SIGCHLD, execve.IgnoredSigchld.RESET, Evidence.SOURCE),
  is(kill.ZOMBIE_PERMISSION, kill.ZombiePermission.TESTED, Evidence.SOURCE),
  is(run.NEWS_WITH_SIGNAL, run.NewsWithSignal.EITHER, Evidence.UNVERIFIED),
  is(open.ACQUIRES, open.Acquires.NEVER, Evidence.SOURCE),
  is(tiocsctty.STEAL, tiocsctty.Steal.IMPOSSIBLE, Evidence.SOURCE),
  is(tiocnotty.ALLOWED, tiocnotty.Allowed.LEADER_ONLY, Evidence.SOURCE),
  is(tiocnotty.LEADER_EFFECT, tiocnotty.LeaderEffect.DETACHES, Evidence.SOURCE),
  is(hangup.OLD_DESCRIPTORS, hangup.OldDescriptors.REVOKED, Evidence.SOURCE),
  is(hangup.LAST_SLAVE, hangup.LastSlave.KEPT, Evidence.UNVERIFIED),
  is(hangup.HANGUP, hangup.Hangup.LEADER, Evidence.SOURCE),
  is(hangup.OWN_MASTER, hangup.OwnMaster.CLOSED_FIRST, Evidence.UNVERIFIED),
  is(tcsetpgrp.NON_GROUP, tcsetpgrp.NonGroup.REFUSED, Evidence.SOURCE),
  is(background.INTERRUPTED, background.Interrupted.WAITS, Evidence.SOURCE),
  is(tcgetpgrp.VANISHED, tcgetpgrp.Vanished.NO_GROUP, Evidence.SOURCE),
  is(descriptor.AT_MASTER, descriptor.AtMaster.REFUSED, Evidence.UNVERIFIED),
  is(tcgetsid.FOREIGN, tcgetsid.Foreign.REFUSED, Evidence.SOURCE),
  is(terminal.REACHES, terminal.Reaches.MEMBERS_WITH_TERMINAL, Evidence.SOURCE),
  is(reading.ASLEEP_AT_HANGUP, reading.AsleepAtHangup.END_OF_FILE, Evidence.SOURCE),
  is(reading.WOKEN_IN_BACKGROUND, reading.WokenInBackground.SIGNAL, Evidence.SOURCE),
  is(kill.USER_CHANGED, kill.UserChanged.SOME_SIGNALS, Evidence.SOURCE),
  is(mask.AFTER_STOP, mask.AfterStop.MASK_KEPT, Evidence.UNVERIFIED),
  is(tiocsctty.UNREADABLE, tiocsctty.Unreadable.ACQUIRED, Evidence.SOURCE),
  is(orphaning.MOVERS_CHILDREN, orphaning.MoversChildren.OVERLOOKED, Evidence.SOURCE),
  is(run.HANDLERS_RUN, run.HandlersRun.ANY, Evidence.UNVERIFIED),
  is(run.FATAL_DECIDED, run.FatalDecided.WHEN_TAKEN, Evidence.UNVERIFIED),
]));
