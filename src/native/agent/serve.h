/* The side of a process of a trace: it makes the calls it is told to make. */
#ifndef RETINUE_SERVE_H
#define RETINUE_SERVE_H

#include "calls.h"

#include <stdint.h>

/*
 * Becomes `init` of this trace, in slot 0, when this many slots have command pipes. Never returns.
 */
void serve_as_init(uint32_t trace, int slots);

/* Goes on to serve after an exec; `words` are the arguments that the exec gave. Never returns. */
void serve_after_exec(char **words);

/* Executes the agent again, or what does not exist. Returns -1 with errno, if it returns. */
int serve_anew(const struct command *command);

/* The slot of this process. For handlers: it is right in a child from its first moment. */
int serving_slot(void);

/*
 * Opens the agent's own executable, so that exec finds it whatever happens to paths. Returns 0, or
 * -1 with errno.
 */
int serve_keep_program(const char *path);

/*
 * Asks to take in orphaned descendants, or not any more, in the system's own way. Returns 0, or -1
 * with errno.
 */
int set_child_subreaper(int on);

/* How the new image knows that it is one. */
#define SERVE_WORD "@serve"

/* The exit status of a process whose coordinator is gone. */
#define EXIT_LOST 125

#endif
