/*
 * What a fingerprint says of calls without a terminal, tried by hand: a line for each line of the
 * table, with what the kernel gave. Needs root.
 */
#include "try.h"

TRY("execve.ignored-sigchld") {
    signal(SIGCHLD, SIG_IGN);
    execl(self, self, "is-sigchld-ignored", (char *)0);
    say("no exec");
}
TRY("fork.no-zombies") {
    struct sigaction unwanted = {.sa_handler = SIG_DFL, .sa_flags = SA_NOCLDWAIT};
    sigaction(SIGCHLD, &unwanted, 0);
    IN_CHILD { pid_t job = ending(); gave(waitpid(job, 0, 0)); }
}
TRY("getpgid.zombie") { gave(getpgid(zombie())); }
TRY("kill.blocked-and-ignored") {
    hold(SIGUSR1);
    signal(SIGUSR1, SIG_IGN);
    raise(SIGUSR1);
    say(is_pending(SIGUSR1) ? "kept" : "discarded");
}
TRY("kill.continue-of-running") {
    pid_t job = sleeping();
    kill(job, SIGCONT);
    gave(waitpid(job, 0, WCONTINUED | WNOHANG));
}
TRY("kill.fatal-to-stopped") {
    pid_t job = sleeping();
    stop(job);
    kill(job, SIGTERM);
    gave(waitpid(job, 0, WNOHANG));
}
TRY("kill.stop-cancels-continue") {
    hold(SIGCONT);
    raise(SIGCONT);
    signal(SIGTSTP, SIG_IGN);
    raise(SIGTSTP);
    say(is_pending(SIGCONT) ? "the continue is kept" : "the continue is cancelled");
}
TRY("kill.user-changed") {
    pid_t job = sleeping_as(1000);
    become(1000);
    gave(kill(job, SIGUSR2));
}
TRY("kill.zombie-permission") {
    pid_t dead = ending();
    await_death(dead);
    become(1000);
    gave(kill(dead, 0));
}
TRY("pthread_create.thread-id") { gave(kill(thread(), 0)); }
TRY("setpgid.group-session") {
    int ends[2];
    pid_t child, job;
    if (pipe(ends) != 0) return;
    if ((child = fork()) == 0) {
        setsid();
        job = sleeping_in_own_group();
        if (write(ends[1], &job, sizeof job) > 0) sleep_on();
    }
    if (read(ends[0], &job, sizeof job) > 0) gave(setpgid(child, job));
}
TRY("setpgid.reach, setpgid.not-child") { gave(setpgid(grandchild(), 0)); }
TRY("setpgid.zombie-child") { pid_t dead = zombie(); gave(setpgid(dead, dead)); }
TRY("sigaction.fixed-default, sigaction.fixed-signal-default") {
    struct sigaction usual = {.sa_handler = SIG_DFL};
    gave(sigaction(SIGKILL, &usual, 0));
}
TRY("sigaction.ignored-sigchld") {
    hold(SIGCHLD);
    signal(SIGCHLD, SIG_IGN);
    await_death(ending());
    say(is_pending(SIGCHLD) ? "sent" : "unsent");
}
TRY("sigaction.sigchld-on-continue") {
    pid_t job = sleeping();
    stop(job);
    count(SIGCHLD, 0);
    kill(job, SIGCONT);
    settle();
    say(counted ? "sent" : "unsent");
}
TRY("sigaction.unwanted-child-notice") {
    count(SIGCHLD, SA_NOCLDWAIT);
    await_death(ending());
    say(counted ? "sent" : "unsent");
}
TRY("sigsuspend.after-stop") {
    int status;
    pid_t job = fork();
    if (job == 0) {
        sigset_t mask;
        sigemptyset(&mask);
        sigaddset(&mask, SIGTERM);
        alarm(2);
        sigsuspend(&mask);
        _exit(0);
    }
    settle();
    stop(job);
    kill(job, SIGTERM);
    kill(job, SIGCONT);
    waitpid(job, &status, 0);
    say(WTERMSIG(status) == SIGTERM ? "mask-lifted" : "mask-kept");
}
TRY("waitid.nothing-found") {
    siginfo_t info;
    memset(&info, 1, sizeof info);
    sleeping();
    int result = waitid(P_ALL, 0, &info, WEXITED | WNOHANG);
    printf("%d, si_pid %d", result, (int)info.si_pid);
}
TRY("waitid.zero-group") {
    siginfo_t info = {0};
    pid_t own = sleeping(), other = fork();
    if (other == 0) { setpgid(0, 0); _exit(0); }
    settle();
    int answer = waitid(P_PGID, 0, &info, WEXITED | WNOHANG);
    kill(own, SIGKILL);
    say(answer != 0 ? "nobody" : info.si_pid == other ? "any child" : "own-group");
}
TRY("waitpid.pending-sigchld") {
    hold(SIGCHLD);
    waitpid(ending(), 0, 0);
    say(is_pending(SIGCHLD) ? "kept" : "cleared");
}
TRY("waitpid.order") {
    int oldest = 0;
    for (int i = 0; i < 40; i++) {
        pid_t first = ending(), second = ending();
        usleep(5000);
        if (waitpid(-1, 0, 0) == first) oldest++;
        waitpid(-1, 0, 0);
        (void)second;
    }
    say(oldest == 40 ? "oldest" : "any");
}
TRY("kill.zombie-group") {
    pid_t other = sleeping_in_own_group(), mine = fork();
    if (mine == 0) { settle(); become(1000); _exit(0); }
    setpgid(mine, other);
    settle();
    settle();
    pid_t stranger = fork();
    if (stranger == 0) { setpgid(0, 0); become(1001); _exit(0); }
    settle();
    become(1000);
    int permitted = 0;
    for (int i = 0; i < 200; i++) permitted += kill(-other, 0) == 0;
    say("its own zombie among strangers: ");
    say(permitted == 200 ? "0" : permitted == 0 ? "refused" : "now 0, now refused");
    say("; another's zombie alone: ");
    gave(kill(-stranger, 0));
}
TRY("setpgid.no-such-process") { gave(setpgid(99999, 0)); }
TRY("setpgid.thread-id") { gave(setpgid(thread(), 0)); }
TRY("setpgid.pgid-negative") { gave(setpgid(0, -1)); }
TRY("setpgid.no-such-process before pgid-negative") { gave(setpgid(99999, -1)); }
TRY("setpgid.not-child before pgid-negative") { gave(setpgid(grandchild(), -1)); }
/* A process that is alone in the group it founded goes to another, and wants to come back. */
static void come_back(int leads_session) {
    pid_t one = fork(), job;
    if (one == 0) {
        if (leads_session) setsid(); else setpgid(0, 0);
        job = sleeping_in_own_group();
        setpgid(0, job);
        gave(setpgid(0, 0));
        kill(job, SIGKILL);
        _exit(0);
    }
    waitpid(one, 0, 0);
}
TRY("setpgid.session-leader") { come_back(1); say("; who leads no session: "); come_back(0); }
TRY("setpgid.group-absent") { gave(setpgid(0, 99999)); }
TRY("setpgid.not-child before group-absent") { gave(setpgid(grandchild(), 99999)); }
TRY("setpgid.group-elsewhere") { gave(setpgid(0, sleeping_leader())); }
TRY("setpgid.not-child before group-elsewhere") {
    pid_t other = sleeping_leader();
    gave(setpgid(grandchild(), other));
}
TRY("getpgid.no-such-process") { gave(getpgid(99999)); }
TRY("getsid.no-such-process") { gave(getsid(99999)); }
TRY("getsid lacks leader-gone") {
    IN_CHILD {
        setsid();
        if (fork() == 0) {
            settle();
            gave(getsid(0));
            _exit(0);
        }
    }
    linger();
}
TRY("setsid.group-leader") { setpgid(0, 0); gave(setsid()); }
TRY("setsid.group-remains") {
    IN_CHILD {
        setpgid(0, 0);
        if (fork() == 0) sleep_on();
        setpgid(0, getpgid(getppid()));
        gave(setsid());
    }
}
TRY("kill.no-such-process") { gave(kill(99999, 0)); }
TRY("kill.no-such-group") { gave(kill(-99999, 0)); }
TRY("kill.not-permitted") { pid_t job = sleeping(); become(1000); gave(kill(job, 0)); }
TRY("kill.not-permitted before invalid-signal") {
    pid_t job = sleeping();
    become(1000);
    gave(kill(job, 999));
}
TRY("kill.group-not-permitted") {
    pid_t job = sleeping_in_own_group();
    become(1000);
    gave(kill(-job, 0));
}
TRY("kill.group-not-permitted before invalid-signal") {
    pid_t job = sleeping_in_own_group();
    become(1000);
    gave(kill(-job, 999));
}
TRY("kill.invalid-signal") { gave(kill(getpid(), 999)); }
TRY("kill lacks group-of-zombies") {
    pid_t job = sleeping_in_own_group();
    kill(job, SIGKILL);
    await_death(job);
    gave(kill(-job, 0));
}
TRY("waitpid.invalid-options") { sleeping(); gave(waitpid(-1, 0, 0x1000)); }
TRY("waitpid.invalid-options before no-child") { gave(waitpid(-1, 0, 0x1000)); }
TRY("waitpid.options-of-waitid") { sleeping(); gave(waitpid(-1, 0, WNOWAIT)); }
TRY("waitpid.no-child") { gave(waitpid(-1, 0, 0)); }
TRY("execve.no-such-file") { gave(execl("/no/such/file", "file", (char *)0)); }
TRY("waitid.invalid-options") { sleeping(); gave(waitid(P_ALL, 0, 0, 0x1000 | WEXITED)); }
TRY("waitid.no-events before no-child") { gave(waitid(P_ALL, 0, 0, WNOHANG)); }
TRY("waitid.no-child") { gave(waitid(P_ALL, 0, 0, WEXITED)); }
TRY("waitid.no-child before pid-not-positive") { gave(waitid(P_PID, -1, 0, WEXITED)); }
TRY("waitid.no-child before pgid-negative") { gave(waitid(P_PGID, -1, 0, WEXITED)); }
TRY("sigaction.fixed-signal") {
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    gave(sigaction(SIGKILL, &ignored, 0));
}
TRY("setresuid.not-permitted") { become(1000); gave(setresuid(0, 0, 0)); }
TRY("raise.invalid-signal") { gave(raise(999)); }
TRY("setpgid.child-execed") { gave(setpgid(sleeping_after_exec("sleep"), 0)); }
TRY("setpgid.child-execed, to join a group") {
    pid_t other = sleeping_in_own_group();
    gave(setpgid(sleeping_after_exec("sleep"), other));
}
TRY("setpgid.child-execed of a child that has not called exec, to join a group") {
    pid_t other = sleeping_in_own_group();
    gave(setpgid(sleeping(), other));
}

int main(int count, char **arguments) {
    return try_all(count, arguments);
}
