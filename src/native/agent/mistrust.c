/*
 * Settling where the observer is not exact: it does not show on this kernel whether a process is on
 * its way. Here every process is asked to answer once more, and one that sleeps in a call is given
 * time to wake.
 */
#include "platform.h"

#include "run.h"

#include "words.h"

#include <stddef.h>

/* How long such a kernel may take to wake somebody, in nanoseconds. */
#define DWELL INT64_C(20000000)

/* How often, a millisecond apart, whoever is above the trace is given time to reap. */
#define REAPING_TRIES 100

static bool is_stopped(const struct process *process)
{
    return process->seen.state == STATE_STOPPED;
}

/*
 * Sends every process that obeys a command without effect: one that still has to die of a signal or
 * to run its handler does so first. One that is stopped will answer when it goes on.
 */
static bool ping_everybody(struct run *run)
{
    struct command ping = { .trace = run->trace->serial, .step = run->step, .call = CALL_PING };

    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        if (process->obeys && process_lives(process) && !is_stopped(process))
            process_command(run, slot, &ping);
    }
    return run_wait_until_quiet(run);
}

/*
 * A zombie whose parent is none of the trace's. Where there is no subreaper it is left to the first
 * process of the system, which reaps it soon, and not at a moment that the trace knows.
 */
static bool anybody_is_to_be_reaped(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        if (process_exists(process) && !process_lives(process)
            && !process_by_pid(run, process->seen.parent))
            return true;
    }
    return false;
}

static bool wait_for_reaping(struct run *run)
{
    for (int tries = 0; tries < REAPING_TRIES && anybody_is_to_be_reaped(run); tries++) {
        if (run_listen(INT64_C(1000000)) == HEARD_ABANDONED)
            run_abandon(run);
        if (!run_wait_until_quiet(run))
            return false;
    }
    return true;
}

/* Somebody sleeps in a call, or is stopped, or should be by now. */
static bool anybody_may_still_wake(const struct run *run)
{
    if (run->signal != 0)
        return true;
    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        if (process_lives(process) && (!process->obeys || is_stopped(process)))
            return true;
    }
    return false;
}

bool run_settle_without_trust(struct run *run)
{
    if (call_words[run->call].manner == MANNER_ASKS)
        return true;
    if (!ping_everybody(run) || !wait_for_reaping(run))
        return false;
    if (!anybody_may_still_wake(run))
        return true;
    if (run_listen(DWELL) == HEARD_ABANDONED)
        run_abandon(run);
    return run_wait_until_quiet(run) && ping_everybody(run) && wait_for_reaping(run);
}
