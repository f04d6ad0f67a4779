/*
 * A wait is interrupted by the SIGCHLD of the child that it could report.
 * waitpid.news-with-signal; XSH wait ERRORS EINTR
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void handle(int number)
{
    (void)number;
}

int main(void)
{
    struct sigaction action = { .sa_handler = handle };
    pid_t answer;

    sigaction(SIGCHLD, &action, NULL);
    if (fork() == 0)
        return poll(NULL, 0, 200); /* its parent waits by then */
    answer = waitpid(-1, NULL, 0);
    printf("a wait, when the child dies: %s\n", answer > 0 ? "the child" : strerror(errno));
}
