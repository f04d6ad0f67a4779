/*
 * Typing. What is written at a master reaches the terminal some time later, on Linux in a thread of
 * the kernel. The proof that it has arrived is its echo, which comes back at the master.
 */
#include "platform.h"

#include "perform.h"

#include "board.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* As long as the echo of a text can become: each character as two. */
enum { MAX_ECHO = 2 * MAX_TEXT };

static bool is_ready(int master, int milliseconds)
{
    struct pollfd end = { .fd = master, .events = POLLIN };

    return poll(&end, 1, milliseconds) > 0 && end.revents & POLLIN;
}

/* Takes what the terminal has put out so far, so that the echo is what comes next. */
static void drain(int master)
{
    char bytes[256];

    while (is_ready(master, 0) && read(master, bytes, sizeof bytes) > 0)
        continue;
}

/* How the terminal shows a text that was typed. */
static int echo_of(const char *text, int length, char echo[MAX_ECHO])
{
    int count = 0;

    for (int i = 0; i < length; i++) {
        if (text[i] == '\n')
            echo[count++] = '\r';
        if (text[i] >= 0 && text[i] < ' ' && text[i] != '\n') {
            echo[count++] = '^';
            echo[count++] = (char)(text[i] + '@');
        } else {
            echo[count++] = text[i];
        }
    }
    return count;
}

/* Reads until this has come, whatever comes before it. */
static void read_until(int master, const char *awaited, int length)
{
    char last[MAX_ECHO];
    int have = 0;

    while (have < length || memcmp(last, awaited, (size_t)length) != 0) {
        ssize_t got;

        if (have == length)
            memmove(last, last + 1, (size_t)--have);
        if (!is_ready(master, -1))
            continue;
        got = read(master, last + have, (size_t)(length - have));
        have += got > 0 ? (int)got : 0;
    }
}

/*
 * Linux echoes a line before it wakes who waits for one. All that time it holds the lock on the
 * terminal's settings for readers; counting what can be read takes it for writers.
 */
static void pass_receiver(int number)
{
#ifdef __linux__
    int slave = open(board->paths[number], O_RDWR | O_NOCTTY | O_CLOEXEC), count;

    ioctl(slave, FIONREAD, &count);
    close(slave);
#else
    (void)number;
#endif
}

static int type_bytes(int master, const char *text, int length)
{
    char echo[MAX_ECHO];
    int wrote;

    drain(master);
    do
        wrote = (int)write(master, text, (size_t)length);
    while (wrote < 0 && errno == EINTR);
    if (wrote > 0) {
        read_until(master, echo, echo_of(text, wrote, echo));
        pass_receiver(master - FD_MASTER);
    }
    return wrote;
}

static bool is_open(int descriptor)
{
    return fcntl(descriptor, F_GETFD) >= 0;
}

static bool is_master(int descriptor)
{
    return descriptor >= FD_MASTER && descriptor < FD_MASTER + MAX_TERMINALS;
}

int call_write(int descriptor, const char *text, int length)
{
    if (is_master(descriptor) && is_open(descriptor))
        return type_bytes(descriptor, text, length);
    return (int)write(descriptor, text, (size_t)length);
}

/* `^C` is one key. */
int call_type(int slave, const char *text, int length)
{
    int master = slave - FD_SLAVE + FD_MASTER;
    char control = text[1] & 0x1f;

    if (!is_open(master)) {
        errno = EBADF;
        return -1;
    }
    if (length == 2 && text[0] == '^')
        return type_bytes(master, &control, 1);
    return type_bytes(master, text, length);
}
