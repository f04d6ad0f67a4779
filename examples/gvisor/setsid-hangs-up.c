/*
 * A parent that calls setsid, or leaves by setpgid, has its stopped job sent SIGHUP.
 * setpgid.orphaned-by-move; XSH _Exit RATIONALE
 */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int end[2];

    pipe(end);
    if (fork() == 0) {
        pid_t job = fork();

        if (job == 0) {
            setpgid(0, 0);
            raise(SIGSTOP);
        }
        close(end[1]);
        waitpid(job, NULL, WUNTRACED);
        setsid();
        printf("the stopped job of a parent that calls setsid %s\n",
               poll(&(struct pollfd){ .fd = end[0] }, 1, 1000) == 1 ? "dies" : "stays stopped");
        kill(job, SIGKILL);
        return 0;
    }
    close(end[1]);
    wait(NULL);
}
