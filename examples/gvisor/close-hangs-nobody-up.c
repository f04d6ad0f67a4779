/*
 * A terminal whose master is closed hangs nobody up.
 * close.hangup; XBD 11.1.10 Modem Disconnect
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, status, ready[2], master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    pipe(ready);
    if (fork() == 0) {
        close(master);
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        alarm(1);
        close(ready[1]);
        pause();
    }
    close(ready[1]);
    read(ready[0], ready, 1);
    close(master);
    wait(&status);
    printf("the controlling process %s\n",
           WTERMSIG(status) == SIGHUP ? "dies of SIGHUP" : "goes on until SIGALRM");
}
