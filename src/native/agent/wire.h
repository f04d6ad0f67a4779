/*
 * The wire: lines of ASCII on standard input and output. A line without the prefix is somebody
 * else's: a login message, a kernel's console, the echo of a terminal. See docs/agent-protocol.md.
 */
#ifndef RETINUE_WIRE_H
#define RETINUE_WIRE_H

#include <stdbool.h>
#include <stddef.h>

/* The version of the protocol that this agent speaks. */
#define PROTOCOL_VERSION 2

enum { MAX_WORDS = 8 };

/* A request line, cut at its blanks. */
struct request {
    int count;
    char *words[MAX_WORDS];
};

/*
 * Reads the next request; false at the end of the input. `ahead` allows to take more bytes than
 * this one line.
 */
bool wire_read(struct request *request, bool ahead);

/* From here on, the input ends when this descriptor hangs up. */
void wire_end_with(int fd);

/* Adds a reply line, as printf does. It goes out with the next flush. */
void wire_reply(const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 1, 2)))
#endif
    ;

/* Exit statuses of the agent beside those of the C library. */
enum { EXIT_USAGE = 2, EXIT_REFUSED = 3 };

/* Says that the agent cannot do what it was started for, and why; returns EXIT_REFUSED. */
int wire_refuse(const char *what, const char *why);

/* Sends what was added. False if nobody listens any more. */
bool wire_flush(void);

#endif
