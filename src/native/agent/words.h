/* Names for numbers. Numbers differ between systems, so only names go over the wire. */
#ifndef RETINUE_WORDS_H
#define RETINUE_WORDS_H

#include "calls.h"

#include <stdbool.h>
#include <stddef.h>

/* The kinds of an argument, as letters in `struct call_word`. */
#define ARGUMENT_PROCESS 'p'  /* a name, its negation, or a number */
#define ARGUMENT_NUMBER 'n'   /* a number */
#define ARGUMENT_SIGNAL 's'   /* a signal's name, or a number */
#define ARGUMENT_SET 'm'      /* signals in braces */
#define ARGUMENT_END 't'      /* a terminal by name, its master, or /dev/tty */
#define ARGUMENT_SLAVE 'e'    /* a terminal by name, or /dev/tty */
#define ARGUMENT_TERMINAL 'y' /* a terminal by name */
#define ARGUMENT_TEXT 'q'     /* a text in quotes */
/* Of these, words joined by |, or a number. */
#define ARGUMENT_OPTIONS 'o'  /* options of waitpid and waitid */
#define ARGUMENT_KIND 'i'     /* P_PID */
#define ARGUMENT_ACTION 'a'   /* what sigaction sets */
#define ARGUMENT_CHANGE 'h'   /* SIG_BLOCK */
#define ARGUMENT_FLAGS 'f'    /* O_RDWR */
#define ARGUMENT_REQUEST 'r'  /* TIOCSCTTY */
#define ARGUMENT_SETTING 'l'  /* TOSTOP */
#define ARGUMENT_PROGRAM 'x'  /* missing */
#define ARGUMENT_CONSTANT 'k' /* PR_SET_CHILD_SUBREAPER */

/* A call by name, with a letter for each argument; those behind a `?` may be left out. */
struct call_word {
    const char *name;
    const char *arguments;
    enum manner manner;
};

/* Indexed by enum call, up to CALL_COUNT. */
extern const struct call_word call_words[];

/* The manner of any call, also of one that is not of a trace. */
enum manner call_manner(int call);

/* The place of a call in call_words, or -1. */
int call_by_name(const char *name);

/* A name such as `EPERM`; `EOTHER` if the list has no name for it. */
const char *errno_name(int number);

/* A name such as `SIGTERM`, or NULL. */
const char *signal_name(int number);

/* This system's number, or -1 if it has no signal of that name. */
int signal_by_name(const char *name);

/*
 * The number of the signal in this place of the order in which signals are listed; 0 behind the
 * last.
 */
int signal_by_place(size_t place);

/* Reads `WNOHANG|WUNTRACED`; false if a word is none of this kind. Writes into text. */
bool words_by_name(char kind, char *text, int *number);

/* Reads a whole decimal or hexadecimal number, or INT_MIN or INT_MAX. */
bool number_by_text(const char *text, int *number);

#endif
