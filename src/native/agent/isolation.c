#include "platform.h"

#include "isolation.h"

#include "descriptors.h"
#include "namespace.h"
#include "serve.h"
#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Exit statuses of the agent. */

enum isolation isolation_obtained = ISOLATION_SUBREAPER;

bool isolation_next_pid(pid_t pid)
{
#ifdef __linux__
    char text[16];
    int length = snprintf(text, sizeof text, "%d", (int)pid - 1);

    return pwrite(FD_LAST_PID, text, (size_t)length, 0) == (ssize_t)length;
#else
    (void)pid;
    return false;
#endif
}

/* The pid allocator of the namespace, if the system shows it. */
static void open_last_pid(void)
{
    int fd = open("/proc/sys/kernel/ns_last_pid", O_WRONLY | O_CLOEXEC);

    if (fd >= 0)
        descriptor_place(fd, FD_LAST_PID, 1);
}

/* The guardian died before this process could ask to die with it. */
static bool guardian_is_gone(void)
{
    struct pollfd end = { .fd = FD_LIFELINE };

    return poll(&end, 1, 0) > 0;
}

static void become_coordinator(enum isolation obtained, void (*coordinate)(void))
{
    isolation_obtained = obtained;
    if (obtained == ISOLATION_NAMESPACE) {
        if (namespace_enter() != 0)
            _exit(EXIT_FAILURE);
        open_last_pid();
    } else {
        set_child_subreaper(1);
    }
    if (!guardian_is_gone())
        coordinate();
    _exit(EXIT_FAILURE);
}

/* Kills what has come to the guardian, one generation after the other. */
static void kill_orphans(void)
{
#ifdef __linux__
    char path[64];
    FILE *children;
    int pid;

    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    children = fopen(path, "re");
    while (children && fscanf(children, "%d", &pid) == 1)
        kill(pid, SIGKILL);
    if (children)
        fclose(children);
#endif
}

/*
 * Waits for the coordinator, then for everything it left. Elsewhere than on Linux that ends by
 * itself: its pipes closed.
 */
static int watch(pid_t coordinator)
{
    int status = 0, result = EXIT_FAILURE;
    bool over = false;

    for (;;) {
        pid_t pid = waitpid(-1, &status, 0);

        if (pid < 0 && errno == ECHILD)
            return result;
        if (pid == coordinator) {
            over = true;
            result = WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
        }
        if (over)
            kill_orphans();
    }
}

/* Decides what can be had; false if what is wanted cannot. */
static bool decide(enum isolation wanted, enum isolation *obtained, char *problem, size_t size)
{
    *obtained = ISOLATION_SUBREAPER;
    if (wanted == ISOLATION_SUBREAPER)
        return true;
    if (namespace_is_possible(problem, size)) {
        *obtained = ISOLATION_NAMESPACE;
        return true;
    }
    return wanted == ISOLATION_AUTO;
}

int isolation_guard(enum isolation wanted, void (*coordinate)(void))
{
    enum isolation obtained;
    char problem[128];
    int ends[2];
    pid_t pid;

    if (!decide(wanted, &obtained, problem, sizeof problem))
        return wire_refuse("isolation=namespace", problem);
    if (pipe(ends) != 0 || descriptor_place(ends[0], FD_LIFELINE, 1) != 0)
        return wire_refuse("a pipe", strerror(errno));
    if (obtained == ISOLATION_NAMESPACE && namespace_create() != 0)
        return wire_refuse("isolation=namespace", strerror(errno));
    if (obtained == ISOLATION_SUBREAPER)
        set_child_subreaper(1);
    pid = fork();
    if (pid < 0)
        return wire_refuse("a process", strerror(errno));
    if (pid == 0) {
        close(ends[1]);
        become_coordinator(obtained, coordinate);
    }
    /* The wire is the coordinator's. If it dies, whoever reads must see the end. */
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    close(FD_LIFELINE);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return watch(pid);
}
