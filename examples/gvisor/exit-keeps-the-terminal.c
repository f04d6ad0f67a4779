/*
 * The terminal of a session whose leader has died cannot be another session's.
 * none; XSH _Exit DESCRIPTION
 */
#include <errno.h>
#include <fcntl.h>
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
        setsid();
        return ioctl(tty, TIOCSCTTY, 0);
    }
    wait(NULL);
    if (fork() == 0) {
        setsid();
        printf("TIOCSCTTY after the leader's death: %s\n",
               ioctl(tty, TIOCSCTTY, 0) == 0 ? "0" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
