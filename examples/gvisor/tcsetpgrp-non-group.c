/*
 * tcsetpgrp refuses a number that is a process's and no group's.
 * tcsetpgrp.non-group; XSH tcsetpgrp ERRORS EPERM
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        pid_t job;

        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        job = fork();
        if (job == 0)
            pause();
        printf("tcsetpgrp to a process that leads no group: %s\n",
               tcsetpgrp(tty, job) == 0 ? "0" : strerror(errno));
        kill(job, SIGKILL);
        return 0;
    }
    wait(NULL);
}
