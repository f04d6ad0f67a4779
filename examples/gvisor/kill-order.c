/*
 * The right to signal is asked for before the number of the signal is looked at.
 * kill.invalid-signal, kill.not-permitted, kill.group-not-permitted; XSH kill ERRORS
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
        setresuid(1000, 1000, 1000);
        printf("kill(root's process, 999): %s\n",
               kill(getppid(), 999) == 0 ? "0" : strerror(errno));
        return 0;
    }
    wait(NULL);
}
