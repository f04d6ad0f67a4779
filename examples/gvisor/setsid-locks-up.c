/*
 * setsid of a process that leaves a child behind in its group does not come back.
 * none; XSH setsid DESCRIPTION
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            pid_t child = fork();

            if (child == 0)
                pause();
            setsid();
            printf("setsid() comes back\n");
            kill(child, SIGKILL);
            return 0;
        }
        wait(NULL);
        return 0;
    }
    wait(NULL);
}
