/*
 * Typing. What is written at a master reaches the terminal some time later, on Linux in a thread of
 * the kernel. The proof that it has arrived is its echo, which comes back at the master.
 */
#include "platform.h"

#include "perform.h"

#include "board.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>

/* As long as the echo of a text can become: each character as two. */
enum { MAX_ECHO = 2 * MAX_TEXT };

/* Not with poll, which does not know terminals on macOS. A NULL `time` is for ever. */
static bool is_ready(int master, struct timeval *time)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(master, &set);
    return select(master + 1, &set, NULL, NULL, time) > 0;
}

/* Takes what the terminal has put out so far, so that the echo is what comes next. */
static void drain(int master)
{
    struct timeval now = { 0, 0 };
    char bytes[256];

    while (is_ready(master, &now) && read(master, bytes, sizeof bytes) > 0)
        continue;
}

struct echo {
    char text[MAX_ECHO];
    int length;
};

static void add(struct echo *echo, char character)
{
    echo->text[echo->length++] = character;
}

/* How a terminal shows what was typed, control characters as `^C` or as they are. */
static struct echo echo_of(const char *text, int length, bool in_letters)
{
    struct echo echo = { .length = 0 };

    for (int i = 0; i < length; i++) {
        bool is_control = text[i] >= 0 && text[i] < ' ' && text[i] != '\n';

        if (text[i] == '\n')
            add(&echo, '\r');
        if (is_control && in_letters)
            add(&echo, '^');
        add(&echo, is_control && in_letters ? (char)(text[i] + '@') : text[i]);
    }
    return echo;
}

static bool ends_with(const char *bytes, int length, const struct echo *echo)
{
    return length >= echo->length
           && memcmp(bytes + length - echo->length, echo->text, (size_t)echo->length) == 0;
}

/* Reads until the echo has come, in the form it has on this system, whatever comes before it. */
static void read_echo(int master, const char *text, int length)
{
    struct echo letters = echo_of(text, length, true), bytes = echo_of(text, length, false);
    char last[MAX_ECHO];
    int have = 0;

    while (!ends_with(last, have, &letters) && !ends_with(last, have, &bytes)) {
        if (have == MAX_ECHO)
            memmove(last, last + 1, (size_t)--have);
        if (is_ready(master, NULL) && read(master, last + have, 1) == 1)
            have++;
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
    int wrote;

    drain(master);
    do
        wrote = (int)write(master, text, (size_t)length);
    while (wrote < 0 && errno == EINTR);
    if (wrote > 0) {
        read_echo(master, text, wrote);
        pass_receiver(master - FD_MASTER);
    }
    return wrote;
}

static bool is_open(int descriptor)
{
    return fcntl(descriptor, F_GETFD) >= 0;
}

/* The control character that a text such as `^C` stands for; 0 if it stands for itself. */
static char control_of(const char *text, int length)
{
    return length == 2 && text[0] == '^' ? text[1] & 0x1f : '\0';
}

int call_type(int slave, const char *text, int length)
{
    int master = slave - FD_SLAVE + FD_MASTER;
    char control = control_of(text, length);

    if (!is_open(master)) {
        errno = EBADF;
        return -1;
    }
    return control ? type_bytes(master, &control, 1) : type_bytes(master, text, length);
}
