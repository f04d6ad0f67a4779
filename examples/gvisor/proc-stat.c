/*
 * /proc/PID/stat shows no terminal, so that an observer cannot tell who has one.
 * none; no clause of POSIX: proc(5)
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tty, master = posix_openpt(O_RDWR | O_NOCTTY);
    char line[400] = "";
    unsigned device = 0;

    grantpt(master);
    unlockpt(master);
    tty = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (fork() == 0) {
        setsid();
        ioctl(tty, TIOCSCTTY, 0);
        read(open("/proc/self/stat", O_RDONLY), line, sizeof line - 1);
        sscanf(strrchr(line, ')'), ") %*c %*d %*d %*d %u", &device);
        printf("tty_nr of a process with a terminal: %s\n", device != 0 ? "its device" : "0");
        return 0;
    }
    wait(NULL);
}
