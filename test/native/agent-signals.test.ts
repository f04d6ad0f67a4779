import { expect } from "vitest";
import { onLinux } from "./direct.js";
import { holds } from "./direct-agent.js";

onLinux("signals", (real) => {
  real("a disposition is set and asked for", (agent) =>
    holds(
      agent,
      "init sigaction SIGUSR1 NULL = disposition default",
      "init sigaction SIGUSR1 ignore = value 0",
      "init sigaction SIGUSR1 NULL = disposition ignore",
      "init sigaction SIGUSR1 catch|SA_RESTART|SA_NOCLDSTOP|SA_NOCLDWAIT|SA_RESETHAND = value 0",
      "init sigaction SIGUSR1 NULL = disposition catch",
      "init raise SIGUSR1 = value 0",
      "  caught init SIGUSR1",
      "init sigaction SIGUSR1 NULL = disposition default",
      "init sigaction SIGKILL catch = error EINVAL",
    ),
  );

  real("signals wait while they are blocked", (agent) =>
    holds(
      agent,
      "init sigaction SIGUSR1 catch = value 0",
      "init sigaction SIGHUP catch = value 0",
      "init sigprocmask SIG_BLOCK {SIGHUP,SIGKILL,SIGUSR1,SIGTSTP} = value 0",
      "init sigpending = set -",
      "init raise SIGUSR1 = value 0",
      "init raise SIGHUP = value 0",
      "init raise SIGTSTP = value 0",
      "init sigpending = set SIGHUP,SIGUSR1,SIGTSTP",
      "init raise SIGCONT = value 0",
      "init sigpending = set SIGHUP,SIGUSR1",
      "init sigsuspend {SIGHUP} = error EINTR",
      "  caught init SIGUSR1",
      "init sigprocmask SIG_SETMASK {} = value 0",
      "  caught init SIGHUP",
      "init raise -1 = error EINVAL",
      "init raise 0 = value 0",
    ),
  );

  real("what sleeps is interrupted, now or when it goes on", (agent) =>
    holds(
      agent,
      "init fork p = value p",
      "p fork c = value c",
      "p sigaction SIGUSR1 catch = value 0",
      "p sigaction SIGUSR2 catch|SA_RESTART = value 0",
      "p waitpid c 0 = blocked",
      "init kill p SIGUSR2 = value 0",
      "  caught p SIGUSR2",
      "init kill p SIGUSR1 = value 0",
      "  caught p SIGUSR1",
      "  resumed p waitpid error EINTR",
      "p pause = blocked",
      "init kill p SIGSTOP = value 0",
      "  stopped p",
      "init kill p SIGUSR1 = value 0",
      "p getpid = not-run",
      "init kill p SIGCONT = value 0",
      "  caught p SIGUSR1",
      "  resumed p pause error EINTR",
      "  continued p",
      "p getpid = value p",
    ),
  );

  real("a process that stops itself answers when it goes on", (agent) =>
    holds(
      agent,
      "init fork p = value p",
      "p raise SIGSTOP = blocked",
      "  stopped p",
      "init waitpid p WUNTRACED = report p stopped SIGSTOP",
      "init kill p SIGCONT = value 0",
      "  resumed p raise value 0",
      "  continued p",
      "init waitpid p WCONTINUED = report p continued",
      "init kill init SIGSTOP = blocked",
      "  stopped init",
      "p kill init SIGCONT = value 0",
      "  resumed init kill value 0",
      "  continued init",
      "p raise SIGKILL = gone",
      "  died p killed SIGKILL",
    ),
  );

  real("stops and continues are net of the step", async (agent) => {
    const { rows } = await holds(
      agent,
      "init fork a = value a",
      "a setpgid 0 0 = value 0",
      "a fork b = value b",
      "b fork c = value c",
      "init kill -a SIGSTOP = value 0",
      "  stopped a",
      "  stopped b",
      "  stopped c",
      "init kill b SIGCONT = value 0",
      "  continued b",
      "init kill -a SIGSTOP = value 0",
      "  stopped b",
      "init kill -a SIGTERM = value 0",
      "init kill c SIGKILL = value 0",
      "  died c killed SIGKILL",
      "init kill a SIGCONT = value 0",
      "  died a killed SIGTERM",
    );
    expect(rows).toEqual([
      "init running outside init init - -",
      "a zombie init a init - -",
      "b stopped init a init - -",
      "c zombie b a init - -",
    ]);
  });

  real("an orphaned group with a stopped member gets SIGHUP and SIGCONT", (agent) =>
    holds(
      agent,
      "init sigaction SIGCHLD catch = value 0",
      "init fork link = value link",
      "link setsid = value link",
      "link fork outer = value outer",
      "outer fork job = value job",
      "job setpgid 0 0 = value 0",
      "job fork peer = value peer",
      "peer sigaction SIGHUP catch = value 0",
      "peer sigaction SIGCONT catch = value 0",
      "peer sigaction SIGCHLD default = value 0",
      "peer pause = blocked",
      "outer sigaction SIGCHLD default = value 0",
      "job raise SIGTSTP = blocked",
      "  stopped job",
      "outer kill outer SIGKILL = gone",
      "  caught init SIGCHLD",
      "  caught link SIGCHLD",
      "  died outer killed SIGKILL",
      "  died job killed SIGHUP",
      "  caught peer SIGHUP",
      "  caught peer SIGCONT",
      "  resumed peer pause error EINTR",
    ),
  );

  real("of what a child died that the kernel reaps at once nobody can tell", (agent) =>
    holds(
      agent,
      "init sigaction SIGCHLD ignore = value 0",
      "init fork a = value a",
      "init kill a SIGSTOP = value 0",
      "  stopped a",
      "init kill a SIGTERM = value 0",
      "init kill a SIGCONT = value 0",
      "  died a killed ?",
      "init fork b = value b",
      "b sigprocmask SIG_BLOCK {SIGUSR1} = value 0",
      "init kill b SIGUSR1 = value 0",
      "b sigprocmask SIG_UNBLOCK {SIGUSR1} = gone",
      "  died b killed ?",
      "init wait = error ECHILD",
    ),
  );

  real("threads stop and go on together", (agent) =>
    holds(
      agent,
      "init fork a = value a",
      "a pthread_create t = value t",
      "a pthread_create u = value u",
      "init kill a SIGSTOP = value 0",
      "  stopped a",
      "init waitpid a WUNTRACED|WNOHANG = report a stopped SIGSTOP",
      "init kill a SIGCONT = value 0",
      "  continued a",
      "init waitpid a WCONTINUED|WNOHANG = report a continued",
      "a raise SIGSTOP = blocked",
      "  stopped a",
      "init kill a SIGCONT = value 0",
      "  resumed a raise value 0",
      "  continued a",
    ),
  );

  real("waitid tells what waitpid does, and leaves it where it is told to", (agent) =>
    holds(
      agent,
      "init waitid P_ALL 0 WEXITED = error ECHILD",
      "init fork a = value a",
      "init waitid P_PID a WEXITED|WNOHANG = value 0",
      "init waitid P_PID a 0 = error EINVAL",
      "init waitid P_PID a WSTOPPED = blocked",
      "a raise SIGSTOP = blocked",
      "  resumed init waitid report a stopped SIGSTOP",
      "  stopped a",
      "init kill a SIGCONT = value 0",
      "  resumed a raise value 0",
      "  continued a",
      "init waitid P_PGID init WCONTINUED|WNOWAIT = report a continued",
      "init waitid P_ALL 0 WCONTINUED = report a continued",
      "a _exit 7 = gone",
      "init waitpid a WEXITED = error EINVAL",
      "init waitid P_PID a WEXITED|WNOWAIT = report a exited 7",
      "init waitid P_PID a WEXITED = report a exited 7",
    ),
  );
});
