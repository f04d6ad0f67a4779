/*
 * Reaping a member of an orphaned group sends SIGHUP to the whole of it, if one is stopped.
 * none; XSH wait DESCRIPTION
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
        pid_t stopped;

        setsid();
        stopped = fork();
        if (stopped == 0)
            raise(SIGSTOP);
        waitpid(stopped, NULL, WUNTRACED);
        if (fork() == 0)
            return 0;
        wait(NULL);
        kill(stopped, SIGKILL);
        return 0;
    }
    waitpid(leader, &status, 0);
    printf("who reaps a child while another is stopped %s\n",
           WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP ? "dies of SIGHUP" : "goes on");
}
