/* Terminals, as the processes on them use them. Typing at them is in typing.c. */
#include "platform.h"

#include "perform.h"

#include "board.h"
#include "observer.h"
#include "terminals.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

/* What systems start a terminal with differs in details. A trace starts with this. */
static int settle_in(int slave)
{
    struct termios settings;

    if (tcgetattr(slave, &settings) != 0)
        return -1;
    settings.c_iflag = ICRNL | BRKINT;
    settings.c_oflag = OPOST | ONLCR;
    settings.c_lflag = ICANON | ISIG | IEXTEN | ECHO | ECHOE | ECHOK;
#ifdef ECHOCTL
    settings.c_lflag |= ECHOCTL;
#endif
    settings.c_cc[VINTR] = CONTROL('C');
    settings.c_cc[VQUIT] = CONTROL('\\');
    settings.c_cc[VSUSP] = CONTROL('Z');
    return tcsetattr(slave, TCSANOW, &settings);
}

const char *terminal_path(int master)
{
    return grantpt(master) == 0 && unlockpt(master) == 0 ? ptsname(master) : NULL;
}

int terminal_open(int *master)
{
    const char *path = NULL;

    *master = posix_openpt(O_RDWR | O_NOCTTY);
    if (*master >= 0)
        path = terminal_path(*master);
    return path ? open(path, O_RDWR | O_NOCTTY) : -1;
}

/* Opens the slave of a new master and notes where it is. Returns its descriptor, or -1. */
static int open_slave(int master, int number)
{
    const char *path = terminal_path(master);
    int slave;

    if (!path)
        return -1;
    for (int earlier = 0; earlier < number; earlier++)
        /* Systems give the path of a terminal that is gone to the next one. */
        if (strcmp(board->paths[earlier], path) == 0)
            board->paths[earlier][0] = '\0';
    snprintf(board->paths[number], MAX_PATH, "%s", path);
    slave = open(path, O_RDWR | O_NOCTTY);
    /* Who may open it is not what a trace is about. */
    if (slave >= 0)
        fchmod(slave, 0666);
    return slave;
}

int call_openpty(int number, struct reply *reply)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    int slave = master < 0 ? -1 : open_slave(master, number);
    struct stat about;

    if (slave < 0 || settle_in(slave) != 0 || fstat(slave, &about) != 0) {
        int error = errno;

        close(slave);
        close(master);
        errno = error;
        return -1;
    }
    reply->device = observer_device(about.st_rdev);
    descriptor_place(slave, FD_SLAVE + number, 0);
    descriptor_place(master, FD_MASTER + number, 0);
    return number;
}

/* The old descriptor is open until the new one is, so that the terminal always is. */
int call_open(int descriptor, int flags)
{
    int fd = open(descriptor == FD_DEV_TTY ? "/dev/tty" : board->paths[descriptor - FD_SLAVE],
                  flags);

    return fd < 0 ? -1 : descriptor_place(fd, descriptor, 0);
}

int call_tcsetattr(int descriptor, int settings)
{
    struct termios now;

    if (tcgetattr(descriptor, &now) != 0)
        return -1;
    now.c_lflag &= ~(tcflag_t)TOSTOP;
    now.c_lflag |= (tcflag_t)settings;
    return tcsetattr(descriptor, TCSANOW, &now);
}
