#include "platform.h"

#include "namespace.h"

#include "terminals.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mount.h>
#include <sys/prctl.h>

static int write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC), result = -1;

    if (fd >= 0) {
        result = write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1;
        close(fd);
    }
    return result;
}

/* Maps the user to root of the new user namespace. */
static int map_user(uid_t user, gid_t group)
{
    char map[32];

    /*
     * Without this, an unprivileged process must not map its group. Old kernels do not have the
     * file.
     */
    if (write_file("/proc/self/setgroups", "deny") != 0 && errno != ENOENT)
        return -1;
    snprintf(map, sizeof map, "0 %u 1", (unsigned)user);
    if (write_file("/proc/self/uid_map", map) != 0)
        return -1;
    snprintf(map, sizeof map, "0 %u 1", (unsigned)group);
    return write_file("/proc/self/gid_map", map);
}

int namespace_create(void)
{
    uid_t user = geteuid();
    gid_t group = getegid();

    /* Without privilege, a user namespace lends it. */
    if (user == 0 && unshare(CLONE_NEWPID | CLONE_NEWNS) == 0)
        return 0;
    if (unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS) != 0)
        return -1;
    return map_user(user, group);
}

/* A new terminal can be opened by the path that it is said to have. */
static bool paths_lead_to_terminals(void)
{
    int master, slave = terminal_open(&master);

    close(slave);
    close(master);
    return slave >= 0;
}

/*
 * Paths of terminals are given again, and to whoever asks first. With a set of its own a trace never
 * opens the terminal of another program; where that cannot be had, it has the one of the machine.
 */
static void separate_terminals(void)
{
    if (mount("devpts", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666")
            == 0
        && !paths_lead_to_terminals())
        umount2("/dev/pts", MNT_DETACH);
}

int namespace_enter(void)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
        return -1;
    /*
     * Where this fails, the mount below would show outside: gVisor has PID namespaces, but not
     * this.
     */
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
        return -1;
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0)
        return -1;
    separate_terminals();
    return 0;
}

#else

int namespace_create(void)
{
    errno = ENOSYS;
    return -1;
}

int namespace_enter(void)
{
    errno = ENOSYS;
    return -1;
}

#endif

/*
 * Creates, then enters in a child. Returns the stage that failed, NULL if none did, with its errno.
 */
static const char *try_stages(int *error)
{
    int status = 0;
    pid_t pid;

    *error = 0;
    if (namespace_create() != 0) {
        *error = errno;
        return "a new PID namespace";
    }
    pid = fork();
    if (pid == 0)
        _exit(namespace_enter() == 0 ? 0 : errno);
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0) {
        *error = pid < 0 ? errno : WEXITSTATUS(status);
        return "its own /proc";
    }
    return NULL;
}

bool namespace_is_possible(char *problem, size_t size)
{
    int ends[2], status = 0;
    ssize_t length;
    pid_t pid;

    if (pipe(ends) != 0)
        return false;
    pid = fork();
    if (pid == 0) {
        int error;
        const char *stage = try_stages(&error);

        if (stage)
            dprintf(ends[1], "%s: %s", stage, strerror(error));
        _exit(stage ? 1 : 0);
    }
    close(ends[1]);
    length = read(ends[0], problem, size - 1);
    problem[length > 0 ? length : 0] = '\0';
    close(ends[0]);
    return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}
