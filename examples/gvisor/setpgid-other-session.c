/*
 * A parent may move a child that is in another session.
 * setpgid.other-session; XSH setpgid ERRORS EPERM
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
        pid_t child = fork();

        if (child == 0)
            pause();
        setpgid(child, child);
        setsid();
        printf("setpgid(child, child) from another session: %s\n",
               setpgid(child, child) == 0 ? "0" : strerror(errno));
        kill(child, SIGKILL);
        return 0;
    }
    wait(NULL);
}
