/* The calls of a trace, as a process makes them. */
#ifndef RETINUE_PERFORM_H
#define RETINUE_PERFORM_H

#include "calls.h"

/*
 * Makes the call. Returns what it returned, -1 with errno where it fails, as the call itself has
 * it; the rest of its answer goes into `reply`.
 */
int perform(const struct command *command, struct reply *reply);

/* Why this system cannot make the call at all, or NULL. */
const char *call_lack(int call);

/* Those that need more than a line, each with the arguments of its call. */

int call_wait(struct reply *reply);
int call_waitpid(int32_t selector, int options, struct reply *reply);
int call_waitid(int kind, int32_t id, int options, struct reply *reply);
/* How a dead child ended, which stays as it is. */
int call_peek(int32_t child, struct reply *reply);

/* `action` is made of enum action. */
int call_sigaction(int number, int action, struct reply *reply);
int call_sigprocmask(int change, int32_t set);
int call_sigpending(struct reply *reply);
int call_sigsuspend(int32_t set);

int call_openpty(int number, struct reply *reply);
/* Descriptors are the numbers of descriptors.h. */
int call_open(int descriptor, int flags);
int call_tcsetattr(int descriptor, int settings);
/* Types at the master of a terminal, which the trace names by its slave. `^C` is one key. */
int call_type(int slave, const char *text, int length);

/* What a key sends together with a letter. */
#define CONTROL(letter) ((letter) & 0x1f)

#endif
