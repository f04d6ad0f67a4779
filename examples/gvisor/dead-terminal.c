/*
 * Calls on a terminal that has no master any more succeed.
 * write.hung-up, tcsetattr.hung-up, tcgetpgrp.hung-up, tcsetpgrp.hung-up, tiocsctty.hung-up,
 * tiocnotty.hung-up; XBD 11.1.10 Modem Disconnect
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);
    struct termios settings;

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcgetattr(tty, &settings);
    close(master);
    printf("write: %s; ", write(tty, "x", 1) == 1 ? "1" : strerror(errno));
    printf("tcsetattr: %s\n", tcsetattr(tty, TCSANOW, &settings) == 0 ? "0" : strerror(errno));
}
