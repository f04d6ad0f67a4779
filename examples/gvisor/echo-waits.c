/*
 * A line is not echoed, nor are its keys looked at, while one before it is not read.
 * none; XBD 11.1.5 Input Processing and Reading Data
 */
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    char echo[8];

    grantpt(master);
    unlockpt(master);
    open(ptsname(master), O_RDWR | O_NOCTTY);
    write(master, "ls\n", 3);
    do
        read(master, echo, 1);
    while (*echo != '\n');
    write(master, "date\n", 5);
    printf("a second line is %s\n",
           poll(&(struct pollfd){ .fd = master, .events = POLLIN }, 1, 1000) == 1 ? "echoed"
                                                                                : "not echoed");
}
