/*
 * A process in the background may change the settings of its terminal.
 * tcsetattr.background, tcsetattr.orphaned; XBD 11.1.4 Terminal Access Control
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int main(void)
{
    int tty, status, master = posix_openpt(O_RDWR | O_NOCTTY);
    struct termios settings;

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcgetattr(tty, &settings);
    if (fork() == 0) {
        pid_t job;

        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        job = fork();
        if (job == 0) {
            setpgid(0, 0);
            return tcsetattr(tty, TCSANOW, &settings);
        }
        waitpid(job, &status, WUNTRACED);
        printf("a tcsetattr in the background %s\n", WIFSTOPPED(status) ? "stops" : "is done");
        kill(job, SIGKILL);
        return 0;
    }
    wait(NULL);
}
