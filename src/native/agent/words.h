/* Names for numbers. Numbers differ between systems, so only names go over the wire. */
#ifndef RETINUE_WORDS_H
#define RETINUE_WORDS_H

#include <stdbool.h>

/* The kinds of an argument, as letters in `struct call_word`. */
#define ARGUMENT_PROCESS 'p'  /* a name, its negation, or a number */
#define ARGUMENT_NUMBER 'n'   /* a number */
#define ARGUMENT_SIGNAL 's'   /* a signal's name, or a number */
#define ARGUMENT_OPTIONS 'o'  /* options of waitpid joined by |, or a number */
#define ARGUMENT_PROGRAM 'x'  /* nothing, or `missing` */
#define ARGUMENT_CONSTANT 'k' /* PR_SET_CHILD_SUBREAPER */

/* A call by name, with a letter for each argument. */
struct call_word {
    const char *name;
    const char *arguments;
};

/* Indexed by enum call, up to CALL_COUNT. */
extern const struct call_word call_words[];

/* The place of a call in call_words, or -1. */
int call_by_name(const char *name);

/* A name such as `EPERM`; `EOTHER` if the list has no name for it. */
const char *errno_name(int number);

/* A name such as `SIGTERM`, or NULL. */
const char *signal_name(int number);

/* This system's number, or -1 if it has no signal of that name. */
int signal_by_name(const char *name);

/* Reads `WNOHANG|WUNTRACED`; false if a word is not known. Writes into text. */
bool options_by_name(char *text, int *options);

/* Reads a whole decimal or hexadecimal number, or INT_MIN or INT_MAX. */
bool number_by_text(const char *text, int *number);

#endif
