/*
 * A session leader may make itself the leader of its group again.
 * setpgid.session-leader, setpgid.leader-in-place; XSH setpgid ERRORS EPERM
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        setsid();
        printf("a session leader's setpgid(0, 0): %s\n",
               setpgid(0, 0) == 0 ? "0" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
