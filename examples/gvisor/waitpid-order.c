/*
 * Which of several dead children a wait reports varies.
 * waitpid.order; XSH wait DESCRIPTION
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t dead_child(void)
{
    siginfo_t info;
    pid_t child = fork();

    if (child == 0)
        _exit(0);
    waitid(P_PID, child, &info, WEXITED | WNOWAIT);
    return child;
}

int main(void)
{
    int tries, oldest = 0;

    for (tries = 0; tries < 100; tries++) {
        pid_t first = dead_child();

        dead_child();
        if (wait(NULL) == first)
            oldest++;
        wait(NULL);
    }
    printf("of two dead children the elder is reported first: %s\n",
           oldest == tries ? "always" : "not always");
}
