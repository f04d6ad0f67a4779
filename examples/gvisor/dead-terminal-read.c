/*
 * A read from a terminal that has no master any more sleeps.
 * none; XBD 11.1.10 Modem Disconnect
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, status, master = posix_openpt(O_RDWR | O_NOCTTY);
    char byte;

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    close(master);
    if (fork() == 0) {
        alarm(1);
        read(tty, &byte, 1);
        return 0;
    }
    wait(&status);
    printf("a read %s\n", WIFSIGNALED(status) ? "sleeps until SIGALRM" : "returns");
}
