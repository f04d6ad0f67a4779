/*
 * tcgetsid does not know the session of the controlling terminal.
 * none; XSH tcgetsid DESCRIPTION
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        printf("tcgetsid: %s\n", tcgetsid(tty) == getpid() ? "the session" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
