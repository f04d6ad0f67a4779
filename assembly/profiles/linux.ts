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
    measured(kill.INVALID_SIGNAL), measured(kill.NOT_PERMITTED),
    measured(kill.GROUP_NOT_PERMITTED),
  ]),
  new Order("waitpid", true, [
    measured(waitpid.INVALID_OPTIONS), measured(waitpid.OPTIONS_OF_WAITID),
    measured(waitpid.PID_INT_MIN, Errno.ESRCH), measured(waitpid.NO_CHILD),
  ]),
  new Order("execve", true, [known(execve.NO_SUCH_FILE)]),
  new Order("waitid", true, [
    measured(waitid.INVALID_OPTIONS), measured(waitid.NO_EVENTS), measured(waitid.PID_NOT_POSITIVE),
    measured(waitid.PGID_NEGATIVE), measured(waitid.NO_CHILD),
  ]),
  new Order("sigaction", true, [
    measured(sigaction.FIXED_SIGNAL), measured(sigaction.FIXED_SIGNAL_DEFAULT),
  ]),
  new Order("setresuid", true, [known(setresuid.NOT_PERMITTED)]),
  new Order("raise", true, [known(raise.INVALID_SIGNAL)]),
  new Order("open", true, [measured(open.NO_TERMINAL_THERE), measured(open.HUNG_UP, Errno.ENOENT)]),
  new Order("close", true, [measured(close.BAD_DESCRIPTOR)]),
  new Order("tiocsctty", true, [
    measured(tiocsctty.BAD_DESCRIPTOR), measured(tiocsctty.HUNG_UP), measured(tiocsctty.NOT_LEADER),
    measured(tiocsctty.HAS_TERMINAL), measured(tiocsctty.TERMINAL_TAKEN),
    measured(tiocsctty.NOT_READABLE),
  ]),
  new Order("tiocnotty", true, [
    measured(tiocnotty.BAD_DESCRIPTOR), measured(tiocnotty.HUNG_UP),
    measured(tiocnotty.NOT_TERMINAL),
  ]),
  new Order("tcgetpgrp", true, [
    measured(tcgetpgrp.BAD_DESCRIPTOR), measured(tcgetpgrp.HUNG_UP),
    measured(tcgetpgrp.NOT_TERMINAL),
  ]),
  new Order("tcsetpgrp", true, [
    measured(tcsetpgrp.BAD_DESCRIPTOR), measured(tcsetpgrp.HUNG_UP, Errno.ENOTTY),
    measured(tcsetpgrp.ORPHANED, Errno.ENOTTY), measured(tcsetpgrp.BACKGROUND),
    measured(tcsetpgrp.PGID_NEGATIVE),
    measured(tcsetpgrp.NOT_TERMINAL), measured(tcsetpgrp.GROUP_ABSENT, Errno.ESRCH),
    measured(tcsetpgrp.GROUP_ELSEWHERE),
  ]),
  new Order("tcgetsid", true, [
    measured(tcgetsid.BAD_DESCRIPTOR), measured(tcgetsid.HUNG_UP), measured(tcgetsid.NOT_TERMINAL),
  ]),
  new Order("tcsetattr", true, [
    measured(tcsetattr.BAD_DESCRIPTOR), measured(tcsetattr.HUNG_UP), measured(tcsetattr.ORPHANED),
    measured(tcsetattr.BACKGROUND),
  ]),
  new Order("read", true, [
    measured(reading.BAD_DESCRIPTOR), measured(reading.SIGNAL_HELD),
    measured(reading.ORPHANED), measured(reading.BACKGROUND),
  ]),
  new Order("write", true, [
    measured(write.BAD_DESCRIPTOR), measured(write.HUNG_UP), read(write.ORPHANED),
    measured(write.BACKGROUND),
  ]),
  new Order("type", true, [measured(type.BAD_DESCRIPTOR)]),
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
  is(waiting.CHILD_ORDER, waiting.ChildOrder.OLDEST, Evidence.SOURCE),
  is(wake.LOOKS_AGAIN, wake.LooksAgain.MATCHING_EVENT, Evidence.MEASURED),
  is(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.HANDED_ON, Evidence.SOURCE),
  is(kernel.NEW_PARENT, kernel.NewParent.SUBREAPER, Evidence.MEASURED),
  is(numbers.SESSION_ID, numbers.SessionId.AVOIDED, Evidence.SOURCE),
  is(deliver.BLOCKED_IGNORED, deliver.BlockedIgnored.KEPT, Evidence.MEASURED),
  is(deliver.STOP_CANCELS, deliver.StopCancels.ALWAYS, Evidence.MEASURED),
  is(deliver.STOPPED_FATAL, deliver.StoppedFatal.HELD, Evidence.MEASURED),
  is(deliver.CONTINUE_RUNNING, deliver.ContinueRunning.NOTHING, Evidence.MEASURED),
  is(deliver.IGNORED_NOTICE, deliver.IgnoredNotice.UNSENT, Evidence.SOURCE),
  is(deliver.CONTINUE_NOTICE, deliver.ContinueNotice.SENT_BY_CHILD, Evidence.MEASURED),
  is(run.PENDING_ORDER, run.PendingOrder.LOWEST_FIRST, Evidence.SOURCE),
  is(wake.WAKES_ON_CONTINUE, wake.WakesOnContinue.WAKES, Evidence.SOURCE),
  is(orphan.ORPHANED_KNOWN, orphan.OrphanedKnown.COMPUTED, Evidence.MEASURED),
  is(orphaning.ORPHAN_SIGNALS, orphaning.OrphanSignals.EVERY_MEMBER, Evidence.MEASURED),
  is(orphaning.ORPHANED_BY_MOVE, orphaning.OrphanedByMove.NOBODY, Evidence.MEASURED),
  is(kernel.ORPHAN_TESTS, kernel.OrphanTests.WITH_CHILDREN, Evidence.SOURCE),
  is(kernel.UNWANTED_CHILD, kernel.UnwantedChild.REAPED, Evidence.MEASURED),
  is(kernel.UNWANTED_NOTICE, kernel.UnwantedNotice.SENT, Evidence.MEASURED),
  is(kernel.NO_ZOMBIES_INHERITED, kernel.NoZombiesInherited.INHERITED, Evidence.MEASURED),
  is(waiting.AFTER_WAIT, waiting.AfterWait.KEPT, Evidence.MEASURED),
  is(waitid.ZERO_PROCESS, waitid.ZeroProcess.NO_CHILD, Evidence.MEASURED),
  is(waitid.ZERO_GROUP, waitid.ZeroGroup.OWN_GROUP, Evidence.MEASURED),
  is(waitid.NOTHING_FOUND, waitid.NothingFound.CLEARED, Evidence.MEASURED),
  is(sigaction.FIXED_QUERY, sigaction.FixedQuery.ANSWERED, Evidence.MEASURED),
  is(sigaction.FIXED_DEFAULT, sigaction.FixedDefault.REFUSED, Evidence.MEASURED),
  is(execve.IGNORED_SIGCHLD, execve.IgnoredSigchld.KEPT, Evidence.MEASURED),
  is(kill.ZOMBIE_PERMISSION, kill.ZombiePermission.TESTED, Evidence.MEASURED),
  is(run.NEWS_WITH_SIGNAL, run.NewsWithSignal.REPORTED, Evidence.MEASURED),
  is(open.ACQUIRES, open.Acquires.READABLE, Evidence.MEASURED),
  is(tiocsctty.STEAL, tiocsctty.Steal.POSSIBLE, Evidence.MEASURED),
  is(tiocnotty.ALLOWED, tiocnotty.Allowed.ANY_MEMBER, Evidence.MEASURED),
  is(tiocnotty.LEADER_EFFECT, tiocnotty.LeaderEffect.HANGS_UP_AS_LEADER, Evidence.MEASURED),
  is(hangup.OLD_DESCRIPTORS, hangup.OldDescriptors.KEPT, Evidence.MEASURED),
  is(hangup.LAST_SLAVE, hangup.LastSlave.KEPT, Evidence.MEASURED),
  is(hangup.HANGUP, hangup.Hangup.LEADER_CONTINUED, Evidence.MEASURED),
  is(hangup.OWN_MASTER, hangup.OwnMaster.CLOSED_LAST, Evidence.MEASURED),
  is(tcsetpgrp.NON_GROUP, tcsetpgrp.NonGroup.ACCEPTED, Evidence.MEASURED),
  is(background.INTERRUPTED, background.Interrupted.RESTARTED, Evidence.MEASURED),
  is(tcgetpgrp.VANISHED, tcgetpgrp.Vanished.OLD_NUMBER, Evidence.MEASURED),
  is(descriptor.AT_MASTER, descriptor.AtMaster.ANSWERED, Evidence.MEASURED),
  is(tcgetsid.FOREIGN, tcgetsid.Foreign.REFUSED, Evidence.MEASURED),
  is(terminal.REACHES, terminal.Reaches.GROUP, Evidence.MEASURED),
  is(reading.ASLEEP_AT_HANGUP, reading.AsleepAtHangup.ERROR, Evidence.MEASURED),
  is(reading.WOKEN_IN_BACKGROUND, reading.WokenInBackground.LINE, Evidence.MEASURED),
  is(kill.USER_CHANGED, kill.UserChanged.ANY_SIGNAL, Evidence.SOURCE),
  is(mask.AFTER_STOP, mask.AfterStop.MASK_LIFTED, Evidence.MEASURED),
  is(tiocsctty.UNREADABLE, tiocsctty.Unreadable.REFUSED, Evidence.SOURCE),
  is(orphaning.MOVERS_CHILDREN, orphaning.MoversChildren.LINKED, Evidence.SOURCE),
  is(run.HANDLERS_RUN, run.HandlersRun.LAST, Evidence.MEASURED),
  is(run.FATAL_DECIDED, run.FatalDecided.WHEN_SENT, Evidence.MEASURED),
]));
