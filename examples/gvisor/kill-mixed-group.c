/*
 * Whether a signal to a group is refused depends on which member is asked last, and that varies.
 * none; XSH kill ERRORS EPERM
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
        int tries = 1000;

        setresuid(1000, 1000, 1000); /* its parent, in the same group, is root */
        while (tries > 0 && kill(0, 0) == 0)
            tries--;
        printf("kill(0, 0), up to 1000 times: %s\n", tries == 0 ? "always 0" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
