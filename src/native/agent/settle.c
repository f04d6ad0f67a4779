/*
 * Settling. After a call, other processes may still be on their way: dying of a signal, or coming
 * back from a wait. Nobody sleeps here to let them get on: the observer proves that they have.
 *
 * A look goes in this order: has a process taken its command, in what state is it, is there a
 * reply, is there a child to reap. A process writes its reply before it sleeps, so one that was
 * seen asleep and has not replied sleeps in its call. Reaping waits for the kernel's lock on its
 * process list, and a process that dies holds that lock from the moment it can be seen as a zombie
 * until it has woken its parent. So a second look that finds nothing new is final.
 */
#include "platform.h"

#include "run.h"

#include "probes.h"
#include "wire.h"

#include <poll.h>
#include <stddef.h>

/*
 * Between two looks that found somebody busy, in nanoseconds: doubled from the first to the last.
 */
#define FIRST_PAUSE INT64_C(60000)
#define LAST_PAUSE INT64_C(1000000)

/*
 * How long a call that always replies is waited for before anybody looks whether it still can, in
 * nanoseconds.
 */
#define REPLY_TIME INT64_C(50000000)

/* How long a kernel whose observer is not exact may take to wake somebody, in nanoseconds. */
#define DWELL INT64_C(20000000)

/*
 * A process that has not replied may sleep in its call if the call can block, and if its command is
 * out of its pipe.
 */
static bool may_be_blocked(const struct process *process, int slot)
{
    struct pollfd end = { .fd = FD_COMMAND + slot, .events = POLLIN };

    return (process->call == CALL_WAIT || process->call == CALL_WAITPID) && poll(&end, 1, 0) == 0;
}

/* The signal that this step sends, if it sends one, is for the process. */
static bool is_target(struct run *run, const struct process *process)
{
    if (run->signal == 0)
        return false;
    if (run->target > 0 && process_by_pid(run, run->target))
        return process->pid == run->target;
    /* What is neither a process nor a group of the trace is a thread's number, or everybody. */
    return run->target >= -1 || process->seen.group == -run->target;
}

/* A reply is due from the process, or its death of the signal that this step sent. */
static bool is_due(struct run *run, const struct process *process)
{
    return !process->obeys || is_target(run, process);
}

/* Looks at one process. True if it is awake and has something to do. */
static bool is_busy(struct run *run, int slot)
{
    struct process *process = &run->processes[slot];
    bool lived = process_lives(process), may_sleep;

    if (!process_exists(process))
        return false;
    may_sleep = process->obeys || may_be_blocked(process, slot);
    process->seen = observer_look(slot, process->pid);
    if (process_lives(process))
        return is_due(run, process) && (process->seen.state == STATE_BUSY || !may_sleep);
    if (lived)
        process_note_death(process, probed.observer_is_exact
                                        ? process->seen.ending
                                        : (struct ending) { ENDING_UNKNOWN, 0 });
    return false;
}

/* A process that looked asleep had not gone to sleep yet. */
static bool is_half_awake(struct run *run, int slot)
{
    const struct process *process = &run->processes[slot];

    return process->seen.state == STATE_ASLEEP && is_due(run, process)
           && !observer_confirms_sleep(slot, process->pid);
}

/*
 * Looks at everybody, the youngest first, because they die most; stops at the first who is not at
 * rest.
 */
static bool somebody_is_on_the_way(struct run *run)
{
    for (int slot = run->process_count - 1; slot >= 0; slot--)
        if (is_busy(run, slot))
            return true;
    for (int slot = 0; probed.observer_is_exact && slot < run->process_count; slot++)
        if (is_half_awake(run, slot))
            return true;
    return false;
}

/* The call changes nothing, so that the last look still stands. */
static bool only_asks(int call)
{
    return call == CALL_GETPID || call == CALL_GETPPID || call == CALL_GETPGRP
           || call == CALL_GETPGID || call == CALL_GETSID;
}

/*
 * How many looks in a row must find nothing new. Only a death, or the end of a call that was left
 * blocked, can follow on a step; where neither can, one look at the processes is enough.
 */
static int looks_needed(const struct run *run)
{
    if (run->call == CALL_EXIT || run->signal != 0 || run->outcome == OUTCOME_NONE)
        return 2;
    if (only_asks(run->call))
        return 0;
    for (int slot = 0; slot < run->process_count; slot++)
        if (process_lives(&run->processes[slot]) && !run->processes[slot].obeys)
            return 2;
    return 1;
}

bool run_wait_until_quiet(struct run *run)
{
    int64_t pause = FIRST_PAUSE;

    for (int quiet = 0; quiet < looks_needed(run);) {
        bool busy = somebody_is_on_the_way(run);
        bool news = run_take_replies(run);

        news |= run_reap(run);
        quiet = busy || news ? 0 : quiet + 1;
        if (!busy)
            continue;
        if (clock_now() > run->deadline)
            return false;
        if (!news && run_listen(pause) == HEARD_ABANDONED)
            run_abandon(run);
        pause *= 2;
        if (pause > LAST_PAUSE) {
            pause = LAST_PAUSE;
            wire_flush();
        }
    }
    return true;
}

/*
 * Sends every process that obeys a command without effect: one that still has to die of a signal
 * does so instead.
 */
static bool ping_everybody(struct run *run)
{
    struct command ping = { .trace = run->trace->serial, .step = run->step, .call = CALL_PING };

    for (int slot = 0; slot < run->process_count; slot++)
        if (run->processes[slot].obeys && process_lives(&run->processes[slot]))
            process_command(run, slot, &ping);
    return run_wait_until_quiet(run);
}

static bool anybody_died_beside_a_waiter(const struct run *run)
{
    bool death = false, waiter = false;

    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        death |= process->died;
        waiter |= process_lives(process) && !process->obeys;
    }
    return death && waiter;
}

/* What the observer does not show on this kernel is made sure of in other ways. */
static bool settle_without_trust(struct run *run)
{
    if ((run->call == CALL_KILL && run->signal != 0) || run->call == CALL_EXIT)
        if (!ping_everybody(run))
            return false;
    if (run->outcome == OUTCOME_NONE || anybody_died_beside_a_waiter(run)) {
        if (run_listen(DWELL) == HEARD_ABANDONED)
            run_abandon(run);
        return run_wait_until_quiet(run);
    }
    return true;
}

/* The call can neither sleep nor kill its caller. */
static bool always_replies(int call)
{
    return call != CALL_EXIT && call != CALL_WAIT && call != CALL_WAITPID && call != CALL_KILL;
}

bool run_settle(struct run *run)
{
    enum heard heard;

    /* If the kernel locks up, which gVisor's setsid can do, the steps before this one are known. */
    if (!probed.observer_is_exact)
        wire_flush();
    heard = run_listen(always_replies(run->call) ? REPLY_TIME : FIRST_PAUSE);
    if (heard == HEARD_ABANDONED)
        run_abandon(run);
    if (heard == HEARD_NOTHING && always_replies(run->call))
        wire_flush();
    run_take_replies(run);
    if (!run_wait_until_quiet(run))
        return false;
    if (!probed.observer_is_exact && !settle_without_trust(run))
        return false;
    return run_find_endings(run);
}
