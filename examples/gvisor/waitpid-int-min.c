/*
 * waitpid looks for the group that INT_MIN would be.
 * waitpid.pid-int-min, waitpid.no-child; XSH wait ERRORS
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

int main(void)
{
    pid_t answer = waitpid(INT_MIN, NULL, 0);

    printf("waitpid(INT_MIN): %s\n", answer > 0 ? "a child" : strerror(errno));
}
