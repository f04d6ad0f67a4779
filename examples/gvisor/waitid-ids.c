/*
 * waitid takes 0 for any child, and a negative number for one that is not there.
 * waitid.pid-not-positive, waitid.pgid-negative, waitid.no-child,
 * waitid.zero-group; XSH waitid ERRORS EINVAL
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    siginfo_t info;
    int answer;

    if (fork() == 0)
        return setpgid(0, 0);
    waitid(P_ALL, 0, &info, WEXITED | WNOWAIT);
    answer = waitid(P_PGID, -1, &info, WEXITED | WNOHANG);
    printf("waitid(P_PGID, -1): %s; ", answer == 0 ? "0" : strerror(errno));
    answer = waitid(P_PGID, 0, &info, WEXITED | WNOHANG | WNOWAIT);
    printf("waitid(P_PGID, 0): %s; ", answer == 0 ? "a child of another group" : strerror(errno));
    answer = waitid(P_PID, 0, &info, WEXITED | WNOHANG);
    printf("waitid(P_PID, 0): %s\n", answer == 0 ? "a child" : strerror(errno));
}
