/*
 * SIGTSTP, SIGTTIN and SIGTTOU stop the members of an orphaned group.
 * exit.orphaned-known; XSH 2.4.3 Signal Actions
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        setsid();
        return raise(SIGTSTP);
    }
    waitpid(child, &status, WUNTRACED);
    printf("SIGTSTP in an orphaned group: %s\n", WIFSTOPPED(status) ? "stopped" : "goes on");
    kill(child, SIGKILL);
}
