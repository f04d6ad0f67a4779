/*
 * A process may not come back by setpgid(0, 0) to the group that it founded and left to others.
 * none; XSH setpgid DESCRIPTION
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t old = getpgrp();

    if (fork() == 0) {
        pid_t member;

        setpgid(0, 0);
        member = fork();
        if (member == 0)
            pause();
        setpgid(0, old);
        printf("setpgid(0, 0), back to its own group: %s\n",
               setpgid(0, 0) == 0 ? "0" : strerror(errno));
        kill(member, SIGKILL);
        return 0;
    }
    wait(NULL);
}
