/*
 * execve takes back SIGTSTP, SIGTTIN and SIGTTOU that are pending.
 * none; XSH exec DESCRIPTION
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static const int signals[] = { SIGTSTP, SIGTTIN, SIGTTOU, SIGTERM };
static const char *const names[] = { "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGTERM" };

int main(int count, char **words)
{
    sigset_t set;
    int i;

    (void)words;
    if (count > 1) {
        sigpending(&set);
        printf("pending after execve:");
        for (i = 0; i < 4; i++)
            if (sigismember(&set, signals[i]))
                printf(" %s", names[i]);
        printf("\n");
        return 0;
    }
    if (fork() == 0) {
        sigemptyset(&set);
        for (i = 0; i < 4; i++)
            sigaddset(&set, signals[i]);
        sigprocmask(SIG_BLOCK, &set, NULL);
        for (i = 0; i < 4; i++)
            kill(getpid(), signals[i]);
        execl("/proc/self/exe", "exec-drops-stops", "again", (char *)0);
    }
    wait(NULL);
}
