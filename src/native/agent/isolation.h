/*
 * Isolation: what keeps a trace from the rest of the machine, and makes sure that nothing of it
 * survives.
 *
 * `namespace`: the coordinator is pid 1 of its own PID namespace and dies with the guardian, and
 * the kernel kills what is inside together with its pid 1. `subreaper`: guardian and coordinator
 * both take in orphans; whichever of the two is left kills them.
 */
#ifndef RETINUE_ISOLATION_H
#define RETINUE_ISOLATION_H

#include <stdbool.h>
#include <sys/types.h>

enum isolation { ISOLATION_AUTO, ISOLATION_NAMESPACE, ISOLATION_SUBREAPER };

/* What was obtained. Set in the coordinator before it starts. */
extern enum isolation isolation_obtained;

/*
 * Makes the next process get this pid, or the next free one after it. False if the system does not
 * let us.
 */
bool isolation_next_pid(pid_t pid);

/*
 * Obtains the isolation wanted, runs `coordinate` in a child and becomes its guardian. Returns the
 * agent's exit status; where the isolation cannot be had, says so on the wire.
 */
int isolation_guard(enum isolation wanted, void (*coordinate)(void));

#endif
