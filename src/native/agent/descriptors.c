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

void descriptors_leave_coordinator(int slots)
{
    int nothing = open("/dev/null", O_RDWR);

    for (int fd = FD_HEARD; fd <= FD_LAST_PID; fd++)
        close(fd);
    for (int fd = FD_ORDER; fd < FD_ORDER + slots; fd++)
        close(fd);
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
