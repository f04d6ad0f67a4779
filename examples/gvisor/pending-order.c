/*
 * Pending signals come by their numbers; those that mean a fault do not come first.
 * kill.pending-order; XSH 2.4.1 Signal Generation and Delivery
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;

    if (fork() == 0) {
        sigset_t both;

        sigemptyset(&both);
        sigaddset(&both, SIGHUP);
        sigaddset(&both, SIGSEGV);
        sigprocmask(SIG_BLOCK, &both, NULL);
        kill(getpid(), SIGHUP);
        kill(getpid(), SIGSEGV);
        sigprocmask(SIG_UNBLOCK, &both, NULL);
    }
    wait(&status);
    printf("of SIGHUP and SIGSEGV, pending, the one that kills is %s\n",
           WTERMSIG(status) == SIGHUP ? "SIGHUP" : "SIGSEGV");
}
