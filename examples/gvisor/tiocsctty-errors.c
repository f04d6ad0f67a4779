/*
 * Who may not have a terminal gets EINVAL, and so does who has it already.
 * tiocsctty.not-leader, tiocsctty.has-terminal; XBD 11.1.3 The Controlling Terminal
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
        printf("TIOCSCTTY of no leader: %s; ",
               ioctl(tty, TIOCSCTTY, 0) == 0 ? "0" : strerror(errno));
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        printf("again: %s\n", ioctl(tty, TIOCSCTTY, 0) == 0 ? "0" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
