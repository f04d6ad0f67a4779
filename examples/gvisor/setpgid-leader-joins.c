/*
 * A session leader may walk into another group.
 * setpgid.session-leader, setpgid.leader-may-join; XSH setpgid ERRORS EPERM
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        pid_t child;

        setsid();
        child = fork();
        if (child == 0)
            pause();
        setpgid(child, child);
        printf("a session leader's setpgid(0, child): %s\n",
               setpgid(0, child) == 0 ? "0" : strerror(errno));
        kill(child, SIGKILL);
        return 0;
    }
    wait(NULL);
}
