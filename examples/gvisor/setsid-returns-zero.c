/*
 * setsid makes the session and returns 0 instead of its number.
 * none; XSH setsid RETURN VALUE
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        pid_t answer = setsid();

        printf("setsid() = %s, and the caller %s\n", answer == getpid() ? "its pid" : "0",
               getsid(0) == getpid() ? "leads a session" : "is where it was");
        return 0;
    }
    wait(NULL);
}
