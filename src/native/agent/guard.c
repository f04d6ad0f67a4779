/*
 * The guard. Inside its own PID namespace a trace can only hurt itself. Outside, a signal may only
 * be sent to processes of the trace that are not reaped: a number that is free again may be
 * anybody's.
 */
#include "platform.h"

#include "run.h"

#include "isolation.h"

#include <limits.h>
#include <stddef.h>
#include <unistd.h>

/*
 * A group with a member in the trace, founded by a process of the trace. Such a group has no other
 * members.
 */
static bool group_is_ours(struct run *run, pid_t group)
{
    const struct process *founder = process_by_pid(run, group);

    if (!founder)
        return false;
    for (int slot = 0; slot < run->process_count; slot++)
        if (process_exists(&run->processes[slot]) && run->processes[slot].seen.group == group)
            return true;
    return false;
}

static bool process_is_ours(struct run *run, pid_t pid)
{
    const struct process *process = process_by_pid(run, pid);

    return process && process_exists(process);
}

const char *run_forbids_kill(struct run *run, pid_t target, int signal)
{
    if (target == getpid() || target == 1)
        return "no signal is sent to what stands above the trace";
    if (isolation_obtained == ISOLATION_NAMESPACE || signal == 0)
        return NULL;
    if (target == -1 || target == INT_MIN)
        return "kill(-1) needs a PID namespace";
    if (target > 0)
        return process_is_ours(run, target)
                   ? NULL
                   : "a signal to a number that is free needs a PID namespace";
    return group_is_ours(run, -target)
               ? NULL
               : "a signal to a group that is not of the trace needs a PID namespace";
}
