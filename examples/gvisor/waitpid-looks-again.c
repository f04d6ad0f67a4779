/*
 * A wait for a group looks again whenever any child dies.
 * waitpid.looks-again; XSH wait ERRORS ECHILD
 */
#include <poll.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    pid_t old = getpgrp(), waiter = fork();

    if (waiter == 0) {
        pid_t member = fork();

        if (member == 0) {
            poll(NULL, 0, 200); /* its parent waits by then */
            return setpgid(0, old);
        }
        setpgid(member, member);
        alarm(1);
        return waitpid(-member, NULL, 0) > 0;
    }
    waitpid(waiter, &status, 0);
    printf("a wait for a group whose last member has left and dies: %s\n",
           WIFSIGNALED(status) ? "sleeps on" : "ends");
}
