/*
 * tcsetpgrp in the background sends SIGTTOU to its caller only, not to the group.
 * tcsetpgrp.background; XBD 11.1.4 Terminal Access Control
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void handle(int number)
{
    caught = number;
}

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        if (fork() == 0) {
            pid_t mate;

            setpgid(0, 0);
            signal(SIGTTOU, handle);
            mate = fork();
            if (mate == 0) {
                signal(SIGTTOU, SIG_DFL);
                tcsetpgrp(tty, getpgrp());
            }
            waitpid(mate, NULL, WUNTRACED);
            printf("the other member %s\n", caught ? "gets SIGTTOU too" : "gets no SIGTTOU");
            kill(mate, SIGKILL);
            return 0;
        }
        wait(NULL);
        return 0;
    }
    wait(NULL);
}
