/*
 * tcsetpgrp asks whose terminal it is, then for the sign, then for the background.
 * tcsetpgrp.not-terminal, tcsetpgrp.pgid-negative, tcsetpgrp.background; XSH tcsetpgrp ERRORS
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
    int tty, status, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcsetpgrp(tty, -1);
    printf("tcsetpgrp(tty, -1) at another's terminal: %s; ", strerror(errno));
    fflush(stdout);
    if (fork() == 0) {
        pid_t job;

        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        job = fork();
        if (job == 0) {
            setpgid(0, 0);
            tcsetpgrp(tty, -1);
            return errno;
        }
        waitpid(job, &status, WUNTRACED);
        printf("in the background: %s\n",
               WIFSTOPPED(status) ? "stopped" : strerror(WEXITSTATUS(status)));
        kill(job, SIGKILL);
        return 0;
    }
    wait(NULL);
}
