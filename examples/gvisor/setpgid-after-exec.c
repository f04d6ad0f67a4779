/*
 * A parent may move a child that has called exec.
 * setpgid.child-execed; XSH setpgid ERRORS EACCES
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int ends[2];
    pid_t child;

    if (argc > 1)
        pause();
    pipe(ends);
    child = fork();
    if (child == 0) {
        fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        execl("/proc/self/exe", argv[0], "pause", NULL);
    }
    close(ends[1]);
    read(ends[0], ends, 1); /* it ends with the exec */
    printf("setpgid(child, child): %s\n", setpgid(child, child) == 0 ? "0" : strerror(errno));
    kill(child, SIGKILL);
}
