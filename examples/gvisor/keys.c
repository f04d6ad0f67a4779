/*
 * ^C, ^\ and ^Z typed at a terminal send no signal.
 * none; XBD 11.1.9 Special Characters
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
    int tty, status, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        write(master, "\003", 1);
        alarm(1);
        pause();
    }
    wait(&status);
    printf("^C: the foreground %s\n",
           WTERMSIG(status) == SIGINT ? "dies of SIGINT" : "goes on until SIGALRM");
}
