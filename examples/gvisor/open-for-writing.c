/*
 * A session leader acquires a terminal that it opens for writing only.
 * open.acquires; XBD 11.1.3 The Controlling Terminal
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    if (fork() == 0) {
        setsid();
        tty = open(ptsname(master), O_WRONLY);
        printf("tcgetpgrp after open(O_WRONLY): %s\n",
               tcgetpgrp(tty) == getpid() ? "the leader" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
