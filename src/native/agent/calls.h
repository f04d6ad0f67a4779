/* The calls a process of a trace can be told to make, and how it is told. */
#ifndef RETINUE_CALLS_H
#define RETINUE_CALLS_H

#include <stdint.h>

enum call {
    CALL_FORK,
    CALL_EXECVE,
    CALL_EXIT,
    CALL_WAIT,
    CALL_WAITPID,
    CALL_GETPID,
    CALL_GETPPID,
    CALL_GETPGRP,
    CALL_GETPGID,
    CALL_GETSID,
    CALL_SETPGID,
    CALL_SETSID,
    CALL_KILL,
    CALL_PRCTL,
    CALL_PTHREAD_CREATE,
    CALL_COUNT,
    /* Not of a trace: how did this child end? Leaves the child as it is. */
    CALL_PEEK,
    /* Not of a trace: a process that answers has no signal left to die of. */
    CALL_PING
};

/* How a process ended. */
struct ending {
    int32_t kind;  /* of enum ending_kind */
    int32_t value; /* exit status, or this system's number of the signal */
};

enum ending_kind { ENDING_UNKNOWN, ENDING_EXITED, ENDING_KILLED };

/* From the coordinator to a process. Written in one piece, far below PIPE_BUF. */
struct command {
    uint32_t trace; /* a command of an earlier trace is left in the pipe by a process that died
                       before it could read it */
    int32_t step;
    int32_t call; /* of enum call */
    int32_t arguments[2];
    int32_t slot; /* the slot of the child, for fork */
};

/* From a process to the coordinator, written in one piece. */
struct reply {
    uint32_t trace;
    int32_t step;
    int32_t call;
    int32_t slot;         /* whose reply this is */
    int32_t result;       /* what the call returned */
    int32_t error;        /* errno, if result is -1 */
    struct ending ending; /* what wait reported, if it reported a child */
};

/* Decodes the status word of wait. */
struct ending ending_of(int status);

#endif
