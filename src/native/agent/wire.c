#include "platform.h"

#include "wire.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define REQUEST_PREFIX "retinue> "
#define REPLY_PREFIX "retinue< "

static char input[8192];
static size_t input_begin, input_end;
static char line[2048];

static char output[16384];
static size_t output_length;
static bool listener_gone;

/* The input ends when this hangs up; -1 for none. */
static int lifeline = -1;

void wire_end_with(int fd)
{
    lifeline = fd;
}

/* Waits until there is something to read. False if the lifeline hung up. */
static bool wait_for_input(void)
{
    struct pollfd ends[] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = lifeline } };
    int ready;

    do
        ready = poll(ends, 2, -1);
    while (ready < 0 && errno == EINTR);
    return ends[1].revents == 0;
}

/* The next byte of the input, or -1 at its end. */
static int next_byte(bool ahead)
{
    if (input_begin == input_end) {
        ssize_t got;

        if (!wait_for_input())
            return -1;
        do
            got = read(STDIN_FILENO, input, ahead ? sizeof input : 1);
        while (got < 0 && errno == EINTR);
        if (got <= 0)
            return -1;
        input_begin = 0;
        input_end = (size_t)got;
    }
    return (unsigned char)input[input_begin++];
}

/* Reads one line into `line`; what does not fit is cut off, which makes it an unknown request. */
static bool read_line(bool ahead)
{
    size_t length = 0;

    for (;;) {
        int byte = next_byte(ahead);

        if (byte < 0)
            return false;
        if (byte == '\n')
            break;
        if (length < sizeof line - 1)
            line[length++] = (char)byte;
    }
    if (length > 0 && line[length - 1] == '\r')
        length--;
    line[length] = '\0';
    return true;
}

bool wire_read(struct request *request, bool ahead)
{
    do {
        if (!read_line(ahead))
            return false;
    } while (strncmp(line, REQUEST_PREFIX, sizeof REQUEST_PREFIX - 1) != 0);

    request->count = 0;
    for (char *word = strtok(line + sizeof REQUEST_PREFIX - 1, " "); word; word = strtok(NULL, " "))
        if (request->count < MAX_WORDS)
            request->words[request->count++] = word;
    return true;
}

bool wire_flush(void)
{
    size_t sent = 0;

    while (sent < output_length && !listener_gone) {
        ssize_t wrote = write(STDOUT_FILENO, output + sent, output_length - sent);

        if (wrote < 0 && errno != EINTR)
            listener_gone = true;
        else if (wrote > 0)
            sent += (size_t)wrote;
    }
    output_length = 0;
    return !listener_gone;
}

void wire_reply(const char *format, ...)
{
    va_list arguments;
    int length;

    if (sizeof output - output_length < sizeof line)
        wire_flush();
    memcpy(output + output_length, REPLY_PREFIX, sizeof REPLY_PREFIX - 1);
    output_length += sizeof REPLY_PREFIX - 1;
    va_start(arguments, format);
    length =
        vsnprintf(output + output_length, sizeof line - sizeof REPLY_PREFIX - 1, format, arguments);
    va_end(arguments);
    if (length > (int)(sizeof line - sizeof REPLY_PREFIX - 2))
        length = (int)(sizeof line - sizeof REPLY_PREFIX - 2);
    output_length += (size_t)length;
    output[output_length++] = '\n';
}

int wire_refuse(const char *what, const char *why)
{
    wire_reply("refused %s: %s", what, why);
    wire_flush();
    return EXIT_REFUSED;
}
