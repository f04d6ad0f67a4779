/*
 * /dev/tty cannot be opened, with a controlling terminal or without.
 * open.no-terminal; XSH open ERRORS ENXIO
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
    int master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    if (fork() == 0) {
        setsid();
        printf("/dev/tty without a terminal: %s; ",
               open("/dev/tty", O_RDWR) >= 0 ? "opened" : strerror(errno));
        ioctl(open(ptsname(master), O_RDWR | O_NOCTTY), TIOCSCTTY, 0);
        printf("with one: %s\n", open("/dev/tty", O_RDWR) >= 0 ? "opened" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
