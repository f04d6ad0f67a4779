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
import { KnownAnswer, Profile, answers, is, known } from "../profile";
import { Question } from "../question";
import { Evidence, Order } from "../rule";

function fixed(question: Question, alternative: i32): KnownAnswer {
  return is(question, alternative, Evidence.GENERAL);
}
function leftOpen(question: Question): KnownAnswer { return is(question, -1, Evidence.GENERAL); }

/** The standard: no order, and every question open that it leaves open. */
export const POSIX = new Profile("posix",
  "IEEE Std 1003.1-2017: any broken rule may speak, and open questions stay open.", [
  new Order("setpgid", false, [
    known(setpgid.PGID_NEGATIVE), known(setpgid.PGID_TOO_LARGE), known(setpgid.NO_SUCH_PROCESS),
    known(setpgid.NOT_CHILD), known(setpgid.MOVED_TO_OTHER_SESSION), known(setpgid.CHILD_EXECED),
    known(setpgid.SESSION_LEADER), known(setpgid.GROUP_ABSENT), known(setpgid.GROUP_ELSEWHERE),
  ]),
  new Order("getpgid", false, [
    known(getpgid.GETPGID.pidNegative), known(getpgid.GETPGID.noSuchProcess),
    known(getpgid.GETPGID.otherSession),
  ]),
  new Order("getsid", false, [
    known(getsid.GETSID.noSuchProcess), known(getsid.GETSID.otherSession),
  ]),
  new Order("setsid", false, [known(setsid.GROUP_LEADER), known(setsid.GROUP_REMAINS)]),
  new Order("kill", false, [
    known(kill.INVALID_SIGNAL), known(kill.NO_SUCH_PROCESS), known(kill.NO_SUCH_GROUP),
    known(kill.NOT_PERMITTED), known(kill.GROUP_NOT_PERMITTED),
  ]),
  new Order("waitpid", false, [
    known(waitpid.INVALID_OPTIONS), known(waitpid.OPTIONS_OF_WAITID), known(waitpid.PID_INT_MIN),
    known(waitpid.NO_CHILD),
  ]),
  new Order("execve", false, [known(execve.NO_SUCH_FILE)]),
  new Order("waitid", false, [
    known(waitid.INVALID_OPTIONS), known(waitid.NO_EVENTS), known(waitid.PID_NOT_POSITIVE),
    known(waitid.PGID_NEGATIVE), known(waitid.NO_CHILD),
  ]),
  new Order("sigaction", false, [
    known(sigaction.FIXED_SIGNAL), known(sigaction.FIXED_SIGNAL_DEFAULT),
    known(sigaction.FIXED_SIGNAL_QUERY),
  ]),
  new Order("setresuid", false, [known(setresuid.NOT_PERMITTED)]),
  new Order("raise", false, [known(raise.INVALID_SIGNAL)]),
  // The name of a terminal may go with it.
  new Order("open", false, [
    known(open.NO_TERMINAL_THERE), known(open.HUNG_UP), known(open.HUNG_UP, Errno.ENOENT),
    known(open.HUNG_UP, Errno.ENXIO),
  ]),
  new Order("close", false, [known(close.BAD_DESCRIPTOR)]),
  new Order("tiocsctty", false, [
    known(tiocsctty.BAD_DESCRIPTOR), known(tiocsctty.HUNG_UP), known(tiocsctty.NOT_LEADER),
    known(tiocsctty.HAS_TERMINAL), known(tiocsctty.TERMINAL_TAKEN), known(tiocsctty.NOT_READABLE),
  ]),
  new Order("tiocnotty", false, [
    known(tiocnotty.BAD_DESCRIPTOR), known(tiocnotty.HUNG_UP), known(tiocnotty.NOT_TERMINAL),
    known(tiocnotty.NOT_DEV_TTY), known(tiocnotty.LEADER), known(tiocnotty.NOT_LEADER),
  ]),
  new Order("tcgetpgrp", false, [
    known(tcgetpgrp.BAD_DESCRIPTOR), known(tcgetpgrp.HUNG_UP), known(tcgetpgrp.NOT_TERMINAL),
  ]),
  new Order("tcsetpgrp", false, [
    known(tcsetpgrp.BAD_DESCRIPTOR), known(tcsetpgrp.HUNG_UP), known(tcsetpgrp.ORPHANED),
    known(tcsetpgrp.BACKGROUND),
    known(tcsetpgrp.PGID_NEGATIVE), known(tcsetpgrp.PGID_ZERO), known(tcsetpgrp.NOT_TERMINAL),
    known(tcsetpgrp.GROUP_ABSENT), known(tcsetpgrp.GROUP_ELSEWHERE),
  ]),
  new Order("tcgetsid", false, [
    known(tcgetsid.BAD_DESCRIPTOR), known(tcgetsid.HUNG_UP), known(tcgetsid.NOT_TERMINAL),
  ]),
  new Order("tcsetattr", false, [
    known(tcsetattr.BAD_DESCRIPTOR), known(tcsetattr.HUNG_UP), known(tcsetattr.ORPHANED),
    known(tcsetattr.BACKGROUND),
  ]),
  new Order("read", false, [
    known(reading.BAD_DESCRIPTOR), known(reading.SIGNAL_HELD),
    known(reading.ORPHANED), known(reading.BACKGROUND),
  ]),
  new Order("write", false, [
    known(write.BAD_DESCRIPTOR), known(write.HUNG_UP), known(write.ORPHANED),
    known(write.BACKGROUND),
  ]),
  new Order("type", false, [known(type.BAD_DESCRIPTOR)]),
], answers([
  fixed(setpgid.ZOMBIE_CHILD, setpgid.ZombieChild.TARGET),
  fixed(setpgid.REACH, setpgid.Reach.CHILD), leftOpen(setpgid.ZERO_PGID),
  fixed(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED),
  fixed(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED),
  fixed(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER),
  fixed(lookup.ZOMBIE, lookup.Zombie.FOUND), leftOpen(lookup.ACROSS_SESSIONS),
  fixed(pthread.THREAD_ID, pthread.ThreadId.NOBODY),
  fixed(kill.ZOMBIE_GROUP, kill.ZombieGroup.COUNTS),
  fixed(kill.ALL_CALLER, kill.AllCaller.INCLUDED),
  fixed(waiting.CHILD_ORDER, waiting.ChildOrder.ANY), leftOpen(wake.LOOKS_AGAIN),
  fixed(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.HANDED_ON),
  leftOpen(kernel.NEW_PARENT), leftOpen(numbers.SESSION_ID),
  leftOpen(deliver.BLOCKED_IGNORED),
  fixed(deliver.STOP_CANCELS, deliver.StopCancels.ALWAYS),
  fixed(deliver.STOPPED_FATAL, deliver.StoppedFatal.HELD),
  fixed(deliver.CONTINUE_RUNNING, deliver.ContinueRunning.NOTHING),
  leftOpen(deliver.CONTINUE_NOTICE),
  leftOpen(deliver.IGNORED_NOTICE),
  fixed(run.PENDING_ORDER, run.PendingOrder.ANY),
  fixed(wake.WAKES_ON_CONTINUE, wake.WakesOnContinue.WAKES),
  fixed(orphan.ORPHANED_KNOWN, orphan.OrphanedKnown.COMPUTED),
  fixed(orphaning.ORPHAN_SIGNALS, orphaning.OrphanSignals.EVERY_MEMBER),
  leftOpen(orphaning.ORPHANED_BY_MOVE),
  leftOpen(kernel.ORPHAN_TESTS),
  leftOpen(kernel.UNWANTED_CHILD),
  leftOpen(kernel.UNWANTED_NOTICE),
  fixed(kernel.NO_ZOMBIES_INHERITED, kernel.NoZombiesInherited.INHERITED),
  fixed(waiting.AFTER_WAIT, waiting.AfterWait.CLEARED),
  fixed(waitid.ZERO_PROCESS, waitid.ZeroProcess.NO_CHILD),
  leftOpen(waitid.ZERO_GROUP),
  fixed(waitid.NOTHING_FOUND, waitid.NothingFound.CLEARED),
  leftOpen(sigaction.FIXED_QUERY),
  leftOpen(sigaction.FIXED_DEFAULT),
  leftOpen(execve.IGNORED_SIGCHLD),
  fixed(kill.ZOMBIE_PERMISSION, kill.ZombiePermission.TESTED),
  leftOpen(run.NEWS_WITH_SIGNAL),
  leftOpen(open.ACQUIRES),
  leftOpen(tiocsctty.STEAL),
  leftOpen(tiocnotty.ALLOWED),
  leftOpen(tiocnotty.LEADER_EFFECT),
  leftOpen(hangup.OLD_DESCRIPTORS),
  fixed(hangup.LAST_SLAVE, hangup.LastSlave.KEPT),
  leftOpen(hangup.HANGUP),
  leftOpen(hangup.OWN_MASTER),
  fixed(tcsetpgrp.NON_GROUP, tcsetpgrp.NonGroup.REFUSED),
  leftOpen(background.INTERRUPTED),
  leftOpen(tcgetpgrp.VANISHED),
  fixed(descriptor.AT_MASTER, descriptor.AtMaster.REFUSED),
  fixed(tcgetsid.FOREIGN, tcgetsid.Foreign.REFUSED),
  leftOpen(terminal.REACHES),
  leftOpen(reading.ASLEEP_AT_HANGUP),
  leftOpen(reading.WOKEN_IN_BACKGROUND),
  fixed(kill.USER_CHANGED, kill.UserChanged.ANY_SIGNAL),
  fixed(mask.AFTER_STOP, mask.AfterStop.MASK_KEPT),
  leftOpen(tiocsctty.UNREADABLE),
  fixed(orphaning.MOVERS_CHILDREN, orphaning.MoversChildren.LINKED),
  fixed(run.HANDLERS_RUN, run.HandlersRun.ANY), leftOpen(run.FATAL_DECIDED),
]));
