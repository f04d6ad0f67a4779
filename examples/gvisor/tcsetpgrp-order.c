/*
 * tcsetpgrp asks whose terminal it is, then for the sign, for the group, and then for the background.
 * tcsetpgrp.not-terminal, tcsetpgrp.pgid-negative, tcsetpgrp.group-absent,
 * tcsetpgrp.group-elsewhere, tcsetpgrp.background; XSH tcsetpgrp ERRORS
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

/* What becomes of a process in the background that asks for this. */
static void ask(int tty, pid_t group, const char *name)
{
    int status;
    pid_t job = fork();

    if (job == 0) {
        setpgid(0, 0);
        tcsetpgrp(tty, group);
        _exit(errno);
    }
    waitpid(job, &status, WUNTRACED);
    printf("%s: %s", name, WIFSTOPPED(status) ? "stopped" : strerror(WEXITSTATUS(status)));
    fflush(stdout);
    kill(job, SIGKILL);
}

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcsetpgrp(tty, -1);
    printf("tcsetpgrp(tty, -1) at another's terminal: %s; in the background, ", strerror(errno));
    fflush(stdout);
    if (fork() == 0) {
        pid_t elsewhere = getpgrp();

        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        ask(tty, -1, "-1");
        ask(tty, 30000, ", no group");
        ask(tty, elsewhere, ", another session's group");
        printf("\n");
        return 0;
    }
    wait(NULL);
}
