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
    CALL_WAITID,
    CALL_GETPID,
    CALL_GETPPID,
    CALL_GETPGRP,
    CALL_GETPGID,
    CALL_GETSID,
    CALL_SETPGID,
    CALL_SETSID,
    CALL_KILL,
    CALL_RAISE,
    CALL_SIGACTION,
    CALL_SIGPROCMASK,
    CALL_SIGPENDING,
    CALL_SIGSUSPEND,
    CALL_PAUSE,
    CALL_SETRESUID,
    CALL_PRCTL,
    CALL_PTHREAD_CREATE,
    CALL_OPENPTY,
    CALL_OPEN,
    CALL_CLOSE,
    CALL_IOCTL,
    CALL_TCGETPGRP,
    CALL_TCSETPGRP,
    CALL_TCGETSID,
    CALL_TCSETATTR,
    CALL_READ,
    CALL_WRITE,
    CALL_TYPE,
    CALL_COUNT,
    /* Not of a trace: how did this child end? Leaves the child as it is. */
    CALL_PEEK,
    /* Not of a trace: a process that answers has no signal left to die of. */
    CALL_PING,
    /* Not of a trace, and nobody's command: what a new process says once it is ready to obey. */
    CALL_READY
};

/* What a call can do to its caller, and to others. */
enum manner {
    MANNER_ASKS,    /* it changes nothing, and returns */
    MANNER_ANSWERS, /* it returns */
    MANNER_STOPS,   /* before it returns, the caller may have died or been stopped */
    MANNER_SLEEPS   /* that too, and the caller may sleep in it */
};

/* What became of a process. */
struct status {
    int32_t kind;  /* of enum status_kind */
    int32_t value; /* exit status, or this system's number of the signal */
};

enum status_kind {
    STATUS_UNKNOWN,
    STATUS_EXITED,
    STATUS_KILLED,
    STATUS_STOPPED,
    STATUS_CONTINUED
};

/* It is dead, and how is known. */
static inline int status_is_end(struct status status)
{
    return status.kind == STATUS_EXITED || status.kind == STATUS_KILLED;
}

/* What `sigaction` is told: nothing for a question, or one of the first three, and flags. */
enum action {
    ACTION_QUERY = 0,
    ACTION_DEFAULT = 1,
    ACTION_IGNORE = 2,
    ACTION_CATCH = 4,
    ACTION_RESTART = 8,
    ACTION_NOCLDSTOP = 16,
    ACTION_NOCLDWAIT = 32,
    ACTION_RESETHAND = 64
};

enum { MAX_ARGUMENTS = 3, MAX_TEXT = 255 };

/* The signals that have names have numbers below this, on every system. */
enum { SIGNAL_END = 32 };

/* What a process was killed by that nobody can be asked about. */
enum { SIGNAL_UNKNOWN = 0 };

/* A set of signals: bit N is signal N. */
typedef uint32_t signal_set;

/* From the coordinator to a process. Written in one piece, below the smallest PIPE_BUF, 512. */
struct command {
    uint32_t trace; /* a command of an earlier trace is left in the pipe by a process that died
                       before it could read it */
    int32_t step;
    int32_t call; /* of enum call */
    int32_t arguments[MAX_ARGUMENTS];
    int32_t place; /* the slot of the child, for fork; the terminal's number, for openpty */
    int32_t length;
    char text[MAX_TEXT]; /* for write and type */
};

/* In what form a call that did not fail has answered. */
enum answer {
    ANSWER_VALUE,
    ANSWER_REPORT,      /* of the child `result`: its status */
    ANSWER_SET,         /* signals */
    ANSWER_DISPOSITION, /* one of enum action */
    ANSWER_UNTOUCHED    /* waitid left its siginfo_t as it was */
};

/* From a process to the coordinator, written in one piece. */
struct reply {
    uint32_t trace;
    int32_t step;
    int32_t call;
    int32_t slot;   /* whose reply this is */
    int32_t result; /* what the call returned */
    int32_t error;  /* errno, if result is -1 */
    int32_t answer; /* of enum answer */
    struct status status;
    signal_set set;
    uint64_t device; /* of the new terminal, for openpty, as the observer shows it */
};

/* Decodes the status word of wait. */
struct status status_of(int word);

#endif
