/*
 * A session leader may take the terminal back from the background.
 * tcsetpgrp.orphaned; XSH tcsetpgrp ERRORS EIO
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
        setpgid(job, job);
        tcsetpgrp(tty, job);
        printf("tcsetpgrp of a leader in the background: %s\n",
               tcsetpgrp(tty, getpid()) == 0 ? "0" : strerror(errno));
        kill(job, SIGKILL);
        return 0;
    }
    wait(NULL);
}
