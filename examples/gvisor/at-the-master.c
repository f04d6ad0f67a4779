/*
 * The master of a terminal does not tell the foreground.
 * tcgetpgrp.master; XSH tcgetpgrp ERRORS ENOTTY
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    open(ptsname(master), O_RDWR | O_NOCTTY);
    printf("tcgetpgrp(master): %s\n", tcgetpgrp(master) >= 0 ? "0" : strerror(errno));
}
