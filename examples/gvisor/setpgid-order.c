/*
 * Whether there is such a process is asked before the sign of pgid.
 * setpgid.pgid-negative, setpgid.no-such-process, setpgid.not-child; XSH setpgid ERRORS
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int answer = setpgid(-5, -1);

    printf("setpgid(-5, -1): %s\n", answer == 0 ? "0" : strerror(errno));
}
