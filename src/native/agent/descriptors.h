/*
 * Where each descriptor of the agent lies. Fixed places, because they must be found again after
 * exec and because a fork inherits them all.
 */
#ifndef RETINUE_DESCRIPTORS_H
#define RETINUE_DESCRIPTORS_H

#include <stdbool.h>

enum {
    /* Processes in one trace, init included. */
    MAX_PROCESSES = 64,
    /* Terminals in one trace. */
    MAX_TERMINALS = 4,

    /* What a trace opens and closes: whoever does not have it gets EBADF. */
    FD_SLAVE = 10,                          /* + number of the terminal */
    FD_MASTER = FD_SLAVE + MAX_TERMINALS,   /* + number of the terminal */
    FD_DEV_TTY = FD_MASTER + MAX_TERMINALS, /* what /dev/tty meant when it was opened */

    /* Every process of a trace has these. */
    FD_PROGRAM = 20, /* the agent's own executable */
    FD_REPLY = 21,   /* replies go in here */
    FD_BOARD = 25,   /* the memory that all share; see board.h */
    FD_COMMAND = 32, /* + slot: a process reads its commands here */

    /* Only the coordinator has these. */
    FD_HEARD = 22,                         /* replies come out here */
    FD_LIFELINE = 23,                      /* hangs up when the guardian dies */
    FD_LAST_PID = 24,                      /* the allocator of this PID namespace */
    FD_ORDER = FD_COMMAND + MAX_PROCESSES, /* + slot: the other end of FD_COMMAND */
    FD_SIGHT = FD_ORDER + MAX_PROCESSES,   /* + slot: what the observer reads */
    FD_CALL = FD_SIGHT + MAX_PROCESSES,    /* + slot: what the observer reads in doubt */
    FD_END = FD_CALL + MAX_PROCESSES
};

/* Moves a descriptor to its place. Returns 0, or -1 with errno. */
int descriptor_place(int from, int to, int close_on_exec);

/* Closes what a trace opens, in the first process of one. */
void descriptors_without_terminals(void);

/* Closes every master: they stay with the process that was forked from. */
void descriptors_without_masters(void);

/*
 * Closes what only the coordinator may have, with the command pipes of this many slots, and takes
 * the wire away from standard input and output. The observer must not watch anything at this
 * moment.
 */
void descriptors_leave_coordinator(int slots);

/* Lets the process have as many descriptors as this file lays out; false if it may not. */
bool descriptors_raise_limit(void);

#endif
