/*
 * Settling. After a call, other processes may still be on their way: dying of a signal, or coming back from a wait. Nobody
 * sleeps here to let them get on: the observer proves that they have.
 *
 * A look goes in this order: has the actor taken its command, in what state is each process, is there a reply, is there a
 * child to reap. A process writes its reply before it sleeps, so one that was seen asleep and has not replied sleeps in its
 * call. Reaping waits for the kernel's lock on its process list, and a process that dies holds that lock from the moment it
 * can be seen as a zombie until it has woken its parent. So a second look that finds nothing new is final.
 */
#include "platform.h"

#include "run.h"

#include "probes.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Between two looks that found somebody busy, in nanoseconds: doubled from the first to the last. */
#define FIRST_PAUSE INT64_C(20000)
#define LAST_PAUSE INT64_C(1000000)

/* How long a kernel whose observer is not exact may take to wake somebody, in nanoseconds. */
#define DWELL INT64_C(20000000)

static void note_death(struct process *process, struct ending ending)
{
    process->died = true;
    if (process->ending.kind == ENDING_UNKNOWN)
        process->ending = ending;
}

static void take_reply(struct run *run, const struct reply *reply)
{
    struct process *process = &run->processes[reply->slot];

    if (reply->trace != run->trace->serial || reply->slot >= run->process_count || process->obeys
        || reply->step != process->step || reply->call != process->call)
        return;
    process->obeys = true;
    if (reply->ending.kind != ENDING_UNKNOWN) {
        struct process *child = process_by_pid(run, reply->result);

        if (child && child->ending.kind == ENDING_UNKNOWN)
            child->ending = reply->ending;
    }
    if (reply->call == CALL_PEEK || reply->call == CALL_PING)
        return;
    if (reply->step != run->step) {
        process->resumed = true;
        process->late = *reply;
        return;
    }
    run->outcome = OUTCOME_REPLY;
    run->reply = *reply;
    if (reply->call == CALL_FORK && reply->result > 0)
        process_add(run, reply->result);
}

/* Takes every reply that is there. False if there was none. */
static bool take_replies(struct run *run)
{
    struct pollfd end = { .fd = FD_HEARD, .events = POLLIN };
    struct reply reply;
    bool any = false;

    while (poll(&end, 1, 0) > 0 && read(FD_HEARD, &reply, sizeof reply) == (ssize_t)sizeof reply) {
        take_reply(run, &reply);
        any = true;
    }
    return any;
}

/* Reaps what has come to the coordinator. False if nothing has. */
static bool reap(struct run *run)
{
    bool any = false;
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        struct process *process = process_by_pid(run, pid);

        any = true;
        if (process && process_exists(process)) {
            if (process_lives(process))
                note_death(process, ending_of(status));
            process->seen.state = STATE_GONE;
        }
    }
    return any;
}

/* A process that has not replied may sleep in its call if the call can block, and if its command is out of its pipe. */
static bool may_be_blocked(const struct process *process, int slot)
{
    struct pollfd end = { .fd = FD_COMMAND + slot, .events = POLLIN };

    return (process->call == CALL_WAIT || process->call == CALL_WAITPID) && poll(&end, 1, 0) == 0;
}

/* Looks at one process. True if it is, or may be, on its way. */
static bool look_at(struct run *run, int slot)
{
    struct process *process = &run->processes[slot];
    bool lived = process_lives(process);
    bool may_sleep;

    if (!process_exists(process))
        return false;
    may_sleep = process->obeys || may_be_blocked(process, slot);
    process->seen = observer_look(slot, process->pid);
    if (process_lives(process))
        return process->seen.state == STATE_BUSY || !may_sleep;
    if (lived)
        note_death(process, probed.observer_is_exact ? process->seen.ending : (struct ending){ ENDING_UNKNOWN, 0 });
    return false;
}

/* Looks at everything once. True if something is on its way, or has just come. */
static bool stirs(struct run *run)
{
    bool any = false;

    for (int slot = 0; slot < run->process_count; slot++)
        any |= look_at(run, slot);
    any |= take_replies(run);
    any |= reap(run);
    return any;
}

/* Listens and looks until two looks in a row found nothing new. */
static bool wait_until_quiet(struct run *run)
{
    int64_t pause = FIRST_PAUSE;

    for (int quiet = 0; quiet < 2;) {
        if (!stirs(run)) {
            quiet++;
            continue;
        }
        quiet = 0;
        if (clock_now() > run->deadline)
            return false;
        if (run_listen(pause) == HEARD_ABANDONED)
            run_abandon(run);
        pause = pause * 2 < LAST_PAUSE ? pause * 2 : LAST_PAUSE;
    }
    return true;
}

/* Sends every process that obeys a command without effect: one that still has to die of a signal does so instead. */
static bool ping_everybody(struct run *run)
{
    struct command ping = { .trace = run->trace->serial, .step = run->step, .call = CALL_PING };

    for (int slot = 0; slot < run->process_count; slot++)
        if (run->processes[slot].obeys && process_lives(&run->processes[slot]))
            process_command(run, slot, &ping);
    return wait_until_quiet(run);
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
    if (anybody_died_beside_a_waiter(run)) {
        if (run_listen(DWELL) == HEARD_ABANDONED)
            run_abandon(run);
        return wait_until_quiet(run);
    }
    return true;
}

/* Asks the parent of each fresh zombie how it ended, where nobody has said so yet. */
static bool ask_for_endings(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];
        struct process *parent = process_by_pid(run, process->seen.parent);
        struct command peek = { .trace = run->trace->serial, .step = run->step, .call = CALL_PEEK,
                                .arguments = { process->pid, 0 } };

        if (!process->died || process->ending.kind != ENDING_UNKNOWN || process->seen.state != STATE_ZOMBIE)
            continue;
        if (!parent || !parent->obeys || !process_lives(parent))
            continue;
        process_command(run, (int)(parent - run->processes), &peek);
        if (!wait_until_quiet(run))
            return false;
    }
    return true;
}

/* A process whose dying parent reaped it took its account along: it died of what this step sent. */
static void infer_endings(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];

        if (process->died && process->ending.kind == ENDING_UNKNOWN && run->signal != 0)
            process->ending = (struct ending){ ENDING_KILLED, run->signal };
    }
}

bool run_settle(struct run *run)
{
    if (run_listen(FIRST_PAUSE) == HEARD_ABANDONED)
        run_abandon(run);
    if (!wait_until_quiet(run))
        return false;
    if (!probed.observer_is_exact && !settle_without_trust(run))
        return false;
    if (!ask_for_endings(run))
        return false;
    infer_endings(run);
    return true;
}
