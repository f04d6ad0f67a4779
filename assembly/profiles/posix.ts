import * as execve from "../calls/execve";
import * as getpgid from "../calls/getpgid";
import * as getsid from "../calls/getsid";
import * as kill from "../calls/kill";
import * as lookup from "../calls/lookup";
import * as pthread from "../calls/pthread_create";
import * as raise from "../calls/raise";
import * as setpgid from "../calls/setpgid";
import * as setresuid from "../calls/setresuid";
import * as setsid from "../calls/setsid";
import * as sigaction from "../calls/sigaction";
import * as waitid from "../calls/waitid";
import * as waiting from "../calls/waiting";
import * as waitpid from "../calls/waitpid";
import * as deliver from "../deliver";
import * as kernel from "../kernel";
import * as orphan from "../orphan";
import * as orphaning from "../orphaning";
import * as schedule from "../schedule";
import * as wake from "../wake";
import { KnownAnswer, Profile, answers, is, known } from "../profile";
import { Question } from "../question";
import { Evidence, Order } from "../rule";

function fixed(question: Question, alternative: i32): KnownAnswer {
  return is(question, alternative, Evidence.GENERAL);
}
function open(question: Question): KnownAnswer { return is(question, -1, Evidence.GENERAL); }

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
    known(kill.NOT_PERMITTED),
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
], answers([
  fixed(setpgid.ZOMBIE_CHILD, setpgid.ZombieChild.TARGET),
  fixed(setpgid.REACH, setpgid.Reach.CHILD), open(setpgid.ZERO_PGID),
  fixed(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.REFUSED),
  fixed(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED),
  fixed(setpgid.GROUP_SESSION, setpgid.GroupSession.CALLER),
  fixed(lookup.ZOMBIE, lookup.Zombie.FOUND), open(lookup.ACROSS_SESSIONS),
  fixed(pthread.THREAD_ID, pthread.ThreadId.NOBODY),
  fixed(kill.ZOMBIE_GROUP, kill.ZombieGroup.COUNTS),
  fixed(kill.ALL_CALLER, kill.AllCaller.INCLUDED),
  fixed(waiting.CHILD_ORDER, waiting.ChildOrder.ANY), open(wake.LOOKS_AGAIN),
  fixed(kernel.ZOMBIE_CHILDREN, kernel.ZombieChildren.HANDED_ON),
  open(kernel.NEW_PARENT), open(kernel.SESSION_ID),
  open(deliver.BLOCKED_IGNORED),
  fixed(deliver.STOP_CANCELS, deliver.StopCancels.ALWAYS),
  fixed(deliver.STOPPED_FATAL, deliver.StoppedFatal.HELD),
  fixed(deliver.CONTINUE_RUNNING, deliver.ContinueRunning.NOTHING),
  open(deliver.CONTINUE_NOTICE),
  fixed(schedule.PENDING_ORDER, schedule.PendingOrder.ANY),
  fixed(wake.WAKES_ON_CONTINUE, wake.WakesOnContinue.WAKES),
  fixed(orphan.ORPHANED_KNOWN, orphan.OrphanedKnown.COMPUTED),
  fixed(orphaning.ORPHAN_SIGNALS, orphaning.OrphanSignals.EVERY_MEMBER),
  open(orphaning.ORPHANED_BY_MOVE),
  open(kernel.ORPHAN_TESTS),
  open(kernel.UNWANTED_CHILD),
  open(kernel.UNWANTED_NOTICE),
  fixed(kernel.NO_ZOMBIES_INHERITED, kernel.NoZombiesInherited.INHERITED),
  fixed(waiting.AFTER_WAIT, waiting.AfterWait.CLEARED),
  fixed(waitid.ZERO_PROCESS, waitid.ZeroProcess.NO_CHILD),
  open(waitid.ZERO_GROUP),
  fixed(waitid.NOTHING_FOUND, waitid.NothingFound.CLEARED),
  open(sigaction.FIXED_QUERY),
  open(sigaction.FIXED_DEFAULT),
  open(execve.IGNORED_SIGCHLD),
  fixed(kill.ZOMBIE_PERMISSION, kill.ZombiePermission.TESTED),
  fixed(schedule.NEWS_WITH_SIGNAL, schedule.NewsWithSignal.EITHER),
]));
