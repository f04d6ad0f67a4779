#include "platform.h"

#include "descriptors.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

int descriptor_place(int from, int to, int close_on_exec)
{
    if (from != to) {
        if (dup2(from, to) < 0)
            return -1;
        close(from);
    }
    return fcntl(to, F_SETFD, close_on_exec ? FD_CLOEXEC : 0);
}

static void close_all(int first, int end)
{
    for (int fd = first; fd < end; fd++)
        close(fd);
}

void descriptors_without_terminals(void)
{
    close_all(FD_SLAVE, FD_DEV_TTY + 1);
}

void descriptors_without_masters(void)
{
    close_all(FD_MASTER, FD_MASTER + MAX_TERMINALS);
}

void descriptors_leave_coordinator(int slots)
{
    int nothing = open("/dev/null", O_RDWR);

    close_all(FD_HEARD, FD_LAST_PID + 1);
    close_all(FD_ORDER, FD_ORDER + slots);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    close(nothing);
}

bool descriptors_raise_limit(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= FD_END)
        return true;
    if (limit.rlim_max < FD_END)
        return false;
    limit.rlim_cur = FD_END;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}
