/*
 * Moving a stopped child out of an orphaned group sends SIGHUP to the whole of that.
 * none; XSH setpgid DESCRIPTION
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    pid_t leader = fork();

    if (leader == 0) {
        pid_t child;

        setsid();
        child = fork();
        if (child == 0)
            raise(SIGSTOP);
        waitpid(child, NULL, WUNTRACED);
        setpgid(child, child);
        kill(child, SIGKILL);
        return 0;
    }
    waitpid(leader, &status, 0);
    printf("who moves a stopped child %s\n",
           WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP ? "dies of SIGHUP" : "goes on");
}
