/*
 * Behind strace and the like every call stops its process for a moment, and a process that a signal
 * has stopped looks the same: the tracer holds it. So a process that has not moved for some time is
 * taken for stopped, if that may be. This is the one place that waits, and a tracer's delay can
 * deceive it; without a tracer it is never asked.
 */
#include "platform.h"

#include "run.h"

#include "words.h"

/* A tracer holds nobody for so long who is not stopped, in nanoseconds. */
#define TRACER_TIME INT64_C(20000000)

/* It was stopped when the step began, or the step may have stopped it. */
static bool may_be_stopped(const struct run *run, const struct process *process)
{
    return process->start == STATE_STOPPED || call_manner(run->call) >= MANNER_STOPS;
}

bool run_takes_for_stopped(struct run *run, int slot)
{
    struct process *process = &run->processes[slot];
    uint64_t place;

    if (process->seen.state != STATE_TRACED) {
        process->traced_since = 0;
        return false;
    }
    place = observer_place(slot, process->pid);
    if (process->traced_since == 0 || process->traced_place != place) {
        process->traced_since = clock_now();
        process->traced_place = place;
    }
    return may_be_stopped(run, process) && clock_now() - process->traced_since > TRACER_TIME;
}
