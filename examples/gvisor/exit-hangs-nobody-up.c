/*
 * The death of a controlling process does not hang up the foreground.
 * none; XSH _Exit DESCRIPTION
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, end[2], master = posix_openpt(O_RDWR | O_NOCTTY);
    pid_t leader;

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    pipe(end);
    leader = fork();
    if (leader == 0) {
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        if (fork() == 0)
            pause();
        return 0;
    }
    close(end[1]);
    waitpid(leader, NULL, 0);
    printf("the foreground, when the controlling process exits, %s\n",
           poll(&(struct pollfd){ .fd = end[0] }, 1, 1000) == 1 ? "dies" : "goes on");
    kill(-leader, SIGKILL);
}
