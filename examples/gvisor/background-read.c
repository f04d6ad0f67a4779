/*
 * A process in the background may read.
 * read.background, read.orphaned, read.signal-held; XBD 11.1.4 Terminal Access Control
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
    char byte;

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        if (fork() == 0) {
            setpgid(0, 0);
            alarm(1);
            read(tty, &byte, 1);
        }
        waitpid(-1, &status, WUNTRACED);
        printf("a read in the background %s\n",
               WIFSTOPPED(status) ? "stops" : "sleeps until SIGALRM");
        kill(0, SIGKILL);
    }
    wait(NULL);
}
