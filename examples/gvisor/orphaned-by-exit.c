/*
 * A group with a stopped member that is orphaned by an exit is sent nothing.
 * none; XSH _Exit DESCRIPTION
 */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int end[2];
    pid_t shell, job;

    pipe(end);
    shell = fork();
    if (shell == 0) {
        setsid();
        job = fork();
        if (job == 0) {
            setpgid(0, 0);
            job = getpid();
            write(end[1], &job, sizeof job);
            raise(SIGSTOP);
        }
        waitpid(job, NULL, WUNTRACED);
        return 0;
    }
    close(end[1]);
    read(end[0], &job, sizeof job);
    waitpid(shell, NULL, 0);
    printf("the stopped job of a shell that exits %s\n",
           poll(&(struct pollfd){ .fd = end[0] }, 1, 1000) == 1 ? "dies" : "stays stopped");
    kill(job, SIGKILL);
}
