/*
 * What works on this kernel, found by trying. A kernel may accept a request and then not do what it
 * asks for.
 */
#ifndef RETINUE_PROBES_H
#define RETINUE_PROBES_H

#include <stdbool.h>
#include <sys/types.h>

struct probed {
    bool observer_sees; /* the observer sees a process that exists; without that no trace can run */
    bool observer_is_exact; /* the observer confirms that a process sleeps, and shows how a zombie
                               ended */
    bool subreaper;         /* an orphan really comes to the nearest subreaper */
    bool next_pid;          /* the next pid can be chosen */
    bool threads;           /* a helper thread can be started */
    bool users;             /* a process can become another user, and goes on as one */
    bool terminals;         /* a terminal can be made */
    bool shows_terminals;   /* the observer sees which terminal controls a process */
    bool finds_nobody;      /* a signal to everybody is refused to a coordinator that is alone */
    pid_t pid_limit;        /* pids are below this */
};

extern struct probed probed;

/* Tries everything. Only in the coordinator, and only before the first trace. */
void probe_everything(void);

#endif
