/*
 * A leader that gives up its terminal hangs up its own group, not the foreground.
 * tiocnotty.leader-effect; XBD 11.1.3 The Controlling Terminal
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, status, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        pid_t job;

        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        job = fork();
        if (job == 0) {
            alarm(1);
            pause();
        }
        setpgid(job, job);
        tcsetpgrp(tty, job);
        ioctl(tty, TIOCNOTTY);
        waitpid(job, &status, 0);
        return WTERMSIG(status);
    }
    wait(&status);
    printf("TIOCNOTTY of the leader: SIGHUP kills %s\n",
           WIFSIGNALED(status)             ? "the leader"
           : WEXITSTATUS(status) == SIGHUP ? "the foreground"
                                           : "nobody");
}
