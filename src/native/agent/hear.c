/* News of the trace: replies of its processes, and children that came to the coordinator. */
#include "platform.h"

#include "run.h"

#include <sys/wait.h>
#include <unistd.h>

void process_note_death(struct process *process, struct status ending)
{
    process->died = true;
    if (process->ending.kind == STATUS_UNKNOWN)
        process->ending = ending;
}

/* A new process obeys. The reply of the one that forked it may come later. */
static void take_readiness(struct run *run, const struct reply *reply)
{
    if (reply->slot < run->process_count)
        run->processes[reply->slot].obeys = run->processes[reply->slot].answered = true;
    else
        run->child_is_ready = true;
}

/* A wait tells how a child has ended. */
static void take_account(struct run *run, const struct reply *reply)
{
    struct process *child = process_by_pid(run, reply->result);

    if (reply->answer == ANSWER_REPORT && status_is_end(reply->status) && child
        && child->ending.kind == STATUS_UNKNOWN)
        child->ending = reply->status;
}

/* What the call of the step at hand has made. */
static void take_in(struct run *run, const struct reply *reply)
{
    struct process *caller = &run->processes[reply->slot];

    if (reply->call == CALL_FORK && reply->result > 0)
        process_add(run, reply->result);
    if (reply->call == CALL_OPENPTY && reply->result >= 0)
        run->devices[run->terminal_count++] = reply->device;
    if (reply->call == CALL_PTHREAD_CREATE && reply->result > 0)
        caller->thread = reply->result;
    if (reply->call == CALL_EXECVE && reply->error == 0)
        caller->thread_ended = caller->thread != 0;
}

static void take_reply(struct run *run, const struct reply *reply)
{
    struct process *process = &run->processes[reply->slot];

    if (reply->trace != run->trace->serial)
        return;
    if (reply->call == CALL_READY) {
        take_readiness(run, reply);
        return;
    }
    if (reply->slot >= run->process_count || process->obeys || reply->step != process->step
        || reply->call != process->call)
        return;
    process->obeys = true;
    take_account(run, reply);
    if (reply->call == CALL_PEEK || reply->call == CALL_PING)
        return;
    if (reply->step != run->step) {
        process->resumed = run->eventful = true;
        process->late = *reply;
        return;
    }
    process->answered = true;
    run->outcome = OUTCOME_REPLY;
    run->reply = *reply;
    take_in(run, reply);
}

bool run_take_replies(struct run *run)
{
    struct reply reply;
    bool any = false;

    while (read(FD_HEARD, &reply, sizeof reply) == (ssize_t)sizeof reply) {
        take_reply(run, &reply);
        any = true;
    }
    return any;
}

bool run_reap(struct run *run)
{
    bool any = false;
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        struct process *process = process_by_pid(run, pid);

        any = run->eventful = true;
        if (process && process_exists(process)) {
            if (process_lives(process))
                process_note_death(process, status_of(status));
            process->seen.state = STATE_GONE;
        }
    }
    return any;
}
