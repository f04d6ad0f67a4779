#include "platform.h"

#include "probes.h"

#include "descriptors.h"
#include "helper-thread.h"
#include "isolation.h"
#include "observer.h"
#include "perform.h"
#include "serve.h"
#include "terminals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct probed probed;

/* An exit status that nothing has by accident. */
#define MARK 83

/* Runs a probe in a process of its own. True if it exits with this status. */
static bool child_exits_with(int wanted, bool (*probe)(void))
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(probe() ? MARK : 1);
    return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status)
           && WEXITSTATUS(status) == wanted;
}

static bool try_in_child(bool (*probe)(void))
{
    return child_exits_with(MARK, probe);
}

/* Becomes a subreaper, makes an orphan, and has it say who its parent is. */
static bool orphan_comes_here(void)
{
    pid_t here = getpid(), between;
    int orphan_may_look[2], parent[2];
    pid_t seen = 0;

    if (set_child_subreaper(1) != 0 || pipe(orphan_may_look) != 0 || pipe(parent) != 0)
        return false;
    between = fork();
    if (between == 0) {
        if (fork() == 0) {
            char go;

            close(orphan_may_look[1]);
            if (read(orphan_may_look[0], &go, 1) < 0)
                _exit(1);
            seen = getppid();
            _exit(write(parent[1], &seen, sizeof seen) != sizeof seen);
        }
        _exit(0);
    }
    close(parent[1]);
    /* Once `between` is reaped, its child has its new parent. */
    if (between < 0 || waitpid(between, NULL, 0) != between)
        return false;
    close(orphan_may_look[1]);
    return read(parent[0], &seen, sizeof seen) == (ssize_t)sizeof seen && seen == here;
}

static bool thread_starts(void)
{
    return helper_thread_start() > 0;
}

static bool terminal_opens(void)
{
    int master, slave = terminal_open(&master);

    return slave >= 0 && isatty(slave);
}

/* Takes a terminal and looks whether the observer shows it. gVisor's /proc shows none. */
static bool own_terminal_is_seen(void)
{
    int master, slave = terminal_open(&master);

    setsid();
    if (slave < 0 || ioctl(slave, TIOCSCTTY, 0) != 0)
        return false;
    observer_open(0, getpid());
    return observer_look(0, getpid()).terminal != 0;
}

static bool change_nothing(void)
{
    return true;
}

/* A user without privileges, as a trace makes one. */
#define OTHER_USER 1000

static bool become_other(void)
{
    const struct command command = { .call = CALL_SETRESUID,
                                     .arguments = { OTHER_USER, OTHER_USER, OTHER_USER } };
    struct reply reply = { 0 };

    return !call_lack(CALL_SETRESUID) && perform(&command, &reply) == 0;
}

/* Executes the agent as the other user. It finds no board, and exits as one that is lost. */
static bool execute_as_other(void)
{
    const struct command command = { .call = CALL_EXECVE };

    if (!become_other())
        return false;
    close(FD_BOARD);
    return serve_anew(&command) == 0;
}

/*
 * A child that sleeps until this process closes the pipe, or itself ends; then it exits with MARK.
 */
static pid_t fork_sleeper(int *pipe_end, bool (*prepare)(void))
{
    int ends[2];
    pid_t pid;
    char nothing;

    if (pipe(ends) != 0)
        return -1;
    pid = fork();
    if (pid == 0) {
        close(ends[1]);
        _exit(prepare() && read(ends[0], &nothing, 1) == 0 ? MARK : 1);
    }
    close(ends[0]);
    *pipe_end = ends[1];
    return pid;
}

/*
 * How often a look finds the sleeper awake, a millisecond apart, before it is taken for one that
 * cannot be seen.
 */
#define SLEEPER_TRIES 100

/* The observer must be able to tell that a process sleeps, and how a zombie ended. */
static bool observer_is_exact(bool (*prepare)(void))
{
    struct sighting sighting;
    bool confirms = false;
    siginfo_t info;
    int pipe_end;
    pid_t pid = fork_sleeper(&pipe_end, prepare);

    if (pid < 0)
        return false;
    observer_open(0, pid);
    for (int tries = 0; tries < SLEEPER_TRIES && !confirms; tries++) {
        poll(NULL, 0, 1);
        confirms = observer_confirms_sleep(0, pid);
    }
    close(pipe_end);
    waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
    sighting = observer_look(0, pid);
    observer_close(0);
    waitpid(pid, NULL, 0);
    return confirms && sighting.state == STATE_ZOMBIE && sighting.ending.kind == STATUS_EXITED
           && sighting.ending.value == MARK;
}

/*
 * A process of another user obeys, can execute the agent, and is seen like any other. It must come
 * from user 0: who is the other user already becomes it without any privilege.
 */
static bool users_work(void)
{
    return getuid() == 0 && geteuid() == 0 && child_exits_with(EXIT_LOST, execute_as_other)
           && (!probed.observer_is_exact || observer_is_exact(become_other));
}

/* A number that was free a moment ago is chosen, and the next child must get it. */
static bool next_pid_is_obeyed(void)
{
    pid_t first = fork(), second;

    if (first == 0)
        _exit(0);
    if (first < 0 || waitpid(first, NULL, 0) != first || !isolation_next_pid(first))
        return false;
    second = fork();
    if (second == 0)
        _exit(0);
    waitpid(second, NULL, 0);
    return second == first;
}

/* Every system has room for this many. */
#define SMALLEST_PID_LIMIT 30000

static pid_t find_pid_limit(void)
{
    int limit = SMALLEST_PID_LIMIT;
#ifdef __linux__
    FILE *file = fopen("/proc/sys/kernel/pid_max", "re");

    if (file) {
        if (fscanf(file, "%d", &limit) != 1 || limit < 1000)
            limit = SMALLEST_PID_LIMIT;
        fclose(file);
    }
#endif
    return limit;
}

/* A process that certainly exists must be seen. */
static bool observer_sees(void)
{
    struct sighting sighting;
    int pipe_end;
    pid_t pid = fork_sleeper(&pipe_end, change_nothing);

    if (pid < 0)
        return false;
    observer_open(0, pid);
    sighting = observer_look(0, pid);
    observer_close(0);
    close(pipe_end);
    waitpid(pid, NULL, 0);
    return sighting.state != STATE_GONE;
}

void probe_everything(void)
{
    probed.observer_sees = observer_sees();
    probed.pid_limit = find_pid_limit();
    probed.observer_is_exact =
        probed.observer_sees && observer_is_prompt && observer_is_exact(change_nothing);
    probed.subreaper = try_in_child(orphan_comes_here);
    probed.threads = try_in_child(thread_starts);
    probed.terminals = try_in_child(terminal_opens);
    probed.shows_terminals = probed.terminals && try_in_child(own_terminal_is_seen);
    probed.users = users_work();
    probed.next_pid = isolation_obtained == ISOLATION_NAMESPACE && next_pid_is_obeyed();
    if (isolation_obtained == ISOLATION_NAMESPACE) {
        probed.finds_nobody = kill(-1, 0) != 0 && errno == ESRCH;
        isolation_next_pid(2);
    }
}
