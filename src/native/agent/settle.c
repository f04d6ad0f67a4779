/*
 * Settling. After a call, other processes may still be on their way: dying of a signal, running its
 * handler, stopping, going on, coming back from a call. Nobody sleeps here to let them get on: the
 * observer proves that they have. What may follow on a call is not listed, because it is different
 * on every kernel: every process that exists has to be at rest.
 *
 * A look goes in this order: has a process taken its command, in what state is it; is nobody in the
 * middle of sending signals (the fence); has a handler run, is there a reply, is there a child to
 * reap. A process writes its reply before it sleeps, so one that was seen asleep and has not
 * replied sleeps in its call. Whoever wakes or signals a process has made it runnable before the
 * waker's own call returns. Three things are seen before their consequences, and for each there is
 * a way to wait for these:
 *
 * - A process that dies is a zombie before its parent is woken, and one whose group loses its link
 *   before that is signalled; it holds the lock on the process list for writers all that time.
 *   Reaping takes the lock.
 * - A group gets its signals one process after the other, under the same lock for readers. The
 *   fence takes it for writers.
 * - A process that stops is in that state a little before it tells its parent. Then it leaves the
 *   processor, which the observer confirms.
 *
 * So if a look finds everybody at rest and nothing new, the causes are all over, and what they woke
 * is awake or has acted. Whoever acts without any trace (no reply, no other state, no handler)
 * either only looked whether its wait is over, on which nothing follows, or was continued and
 * stopped again, on which its group and its parent may act. A second such look finds those awake or
 * done; if nobody is stopped there is no need for it.
 *
 * Where nobody is stopped and nothing has happened but that the call has returned, nobody has acted
 * who could signal its caller. A caller that is still awake then is on its way back to its pipe,
 * and need not be waited for; nor need its new child.
 */
#include "platform.h"

#include "run.h"

#include "board.h"
#include "probes.h"
#include "wire.h"
#include "words.h"

#include <poll.h>
#include <stddef.h>

/*
 * Between two looks that found somebody busy, in nanoseconds: doubled from the first to the last.
 * Most often it is the one who has just replied, and needs no longer than to get back to its pipe.
 */
#define FIRST_PAUSE INT64_C(5000)
#define LAST_PAUSE INT64_C(1000000)

/*
 * How long a call that always replies is waited for before anybody looks whether it still can, in
 * nanoseconds.
 */
#define REPLY_TIME INT64_C(50000000)

/* The same for a call that may not return, which it does at once or not for long. */
#define HASTY_TIME INT64_C(60000)

/*
 * A process that has not replied may sleep in its call if the call can, and if its command is out
 * of its pipe.
 */
static bool may_be_blocked(const struct process *process, int slot)
{
    struct pollfd end = { .fd = FD_COMMAND + slot, .events = POLLIN };

    return call_manner(process->call) == MANNER_SLEEPS && poll(&end, 1, 0) == 0;
}

static void note_rest(struct run *run, struct process *process)
{
    if (process->rest == process->seen.state)
        return;
    if (!process_lives(process) && process->rest != STATE_ZOMBIE)
        process_note_death(process, probed.observer_is_exact
                                        ? process->seen.ending
                                        : (struct status) { STATUS_UNKNOWN, 0 });
    process->rest = process->seen.state;
    run->changed = run->eventful = true;
}

static bool anybody_is_or_was_stopped(const struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++)
        if (run->processes[slot].rest == STATE_STOPPED
            || run->processes[slot].start == STATE_STOPPED)
            return true;
    return false;
}

/*
 * It has answered in a step without events, so that only its own pipe can wait for it. Of one with
 * two threads the other may be about to take a signal.
 */
static bool goes_back_to_pipe(const struct run *run, const struct process *process)
{
    return process->thread == 0 && process->answered && process->obeys && !run->eventful && probed.observer_is_exact
           && !anybody_is_or_was_stopped(run);
}

/* Of one that is gone there is nothing to see; where it was is still known. */
static void see(struct process *process, struct sighting sighting)
{
    if (sighting.state != STATE_GONE)
        process->seen = sighting;
    else
        process->seen.state = STATE_GONE;
}

static bool anybody_has_number(const struct run *run, pid_t number)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *other = &run->processes[slot];

        if (process_exists(other)
            && (other->pid == number || other->seen.group == number
                || other->seen.session == number))
            return true;
    }
    return false;
}

/* Nobody is seen with the number, but it is not free yet, as it will be in a moment. */
static bool is_about_to_be_free(const struct run *run, pid_t number)
{
    return probed.next_pid && !anybody_has_number(run, number) && observer_number_is_taken(number);
}

/* Its helper thread has ended, and still has its number. */
static bool thread_leaves_number(const struct run *run, struct process *process)
{
    if (process->thread == 0 || (process_lives(process) && !process->thread_ended))
        return false;
    if (is_about_to_be_free(run, process->thread))
        return true;
    process->thread = 0;
    process->thread_ended = false;
    return false;
}

/* Looks at one process. True if it has something to do, or owes a reply. */
static bool is_busy(struct run *run, int slot)
{
    struct process *process = &run->processes[slot];
    bool may_sleep;

    if (thread_leaves_number(run, process))
        return true;
    if (!process_exists(process))
        return false;
    may_sleep = process->obeys || may_be_blocked(process, slot);
    see(process, observer_look(slot, process->pid));
    if (!process_exists(process) && is_about_to_be_free(run, process->pid))
        process->seen.state = STATE_BUSY;
    if (run_takes_for_stopped(run, slot))
        process->seen.state = STATE_STOPPED;
    if (process->seen.state == STATE_BUSY || process->seen.state == STATE_TRACED)
        return !goes_back_to_pipe(run, process);
    if (process->seen.state == STATE_ASLEEP && !may_sleep)
        return true;
    note_rest(run, process);
    return false;
}

/* A process that looked asleep in its call had not gone to sleep yet, or one had not stopped. */
static bool is_half_awake(struct run *run, int slot)
{
    const struct process *process = &run->processes[slot];

    if (process->seen.state == STATE_STOPPED
        || (process->seen.state == STATE_ASLEEP && !process->obeys))
        return !observer_confirms_sleep(slot, process->pid);
    return false;
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

/* Whether a handler has run since the last time. */
static bool handlers_have_run(struct run *run)
{
    bool any = false;

    for (int slot = 0; slot < run->process_count; slot++) {
        any |= board->caught[slot][0];
        board->caught[slot][0] = 0;
    }
    run->eventful |= any;
    return any;
}

/* One look. `busy`: somebody has still something to do. Returns whether there is anything new. */
static bool look(struct run *run, bool *busy)
{
    run->changed = false;
    *busy = somebody_is_on_the_way(run);
    observer_fence();
    run->changed |= handlers_have_run(run);
    run->changed |= run_take_replies(run);
    run->changed |= run_reap(run);
    return run->changed;
}

/* How many looks in a row must find nothing new. */
static int looks_needed(const struct run *run)
{
    if (run->outcome == OUTCOME_NONE && process_lives(&run->processes[run->actor]))
        return 2;
    if (run->outcome == OUTCOME_REPLY && call_manner(run->call) == MANNER_ASKS)
        return 0;
    return anybody_is_or_was_stopped(run) ? 2 : 1;
}

bool run_wait_until_quiet(struct run *run)
{
    int64_t pause = FIRST_PAUSE;

    for (int quiet = 0; quiet < looks_needed(run);) {
        bool busy;
        bool news = look(run, &busy);

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

/* A reply will come from the process, whatever happens. */
static bool owes_reply(const struct process *process)
{
    return !process->obeys && process_lives(process) && process->seen.state != STATE_STOPPED
           && call_manner(process->call) <= MANNER_ANSWERS;
}

static bool somebody_owes_reply(const struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++)
        if (owes_reply(&run->processes[slot]))
            return true;
    return false;
}

/* Takes the replies that are sure to come, or one that is likely to come at once. */
static void await_replies(struct run *run)
{
    int64_t time = somebody_owes_reply(run) ? REPLY_TIME : HASTY_TIME;
    enum heard heard;

    do {
        heard = run_listen(time);
        if (heard == HEARD_ABANDONED)
            run_abandon(run);
        run_take_replies(run);
    } while (heard == HEARD_REPLY && somebody_owes_reply(run));
    if (heard == HEARD_NOTHING && time == REPLY_TIME)
        wire_flush();
}

bool run_settle(struct run *run)
{
    /* If the kernel locks up, which gVisor's setsid can do, the steps before this one are known. */
    if (!probed.observer_is_exact)
        wire_flush();
    await_replies(run);
    if (!run_wait_until_quiet(run))
        return false;
    if (!probed.observer_is_exact && !run_settle_without_trust(run))
        return false;
    return run_find_endings(run);
}
