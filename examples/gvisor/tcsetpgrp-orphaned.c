/*
 * tcsetpgrp in the background of an orphaned group stops its caller.
 * tcsetpgrp.orphaned; XSH tcsetpgrp ERRORS EIO
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, end[2], error = 0, master = posix_openpt(O_RDWR | O_NOCTTY);

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    pipe(end);
    if (fork() == 0) {
        siginfo_t info;
        pid_t shell;

        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        shell = fork();
        if (shell == 0) {
            shell = getpid();
            setpgid(0, 0);
            if (fork() != 0)
                return 0;
            while (getppid() == shell)
                poll(NULL, 0, 1);
            tcsetpgrp(tty, shell);
            write(end[1], &errno, sizeof errno);
            return 0;
        }
        waitid(P_PID, shell, &info, WEXITED | WNOWAIT);
        if (poll(&(struct pollfd){ .fd = end[0], .events = POLLIN }, 1, 1000) == 1)
            read(end[0], &error, sizeof error);
        printf("tcsetpgrp in an orphaned group: %s\n", error != 0 ? strerror(error) : "stopped");
        kill(-shell, SIGKILL);
        return 0;
    }
    wait(NULL);
}
