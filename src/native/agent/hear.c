/* News of the trace: replies of its processes, and children that came to the coordinator. */
#include "platform.h"

#include "run.h"

#include <sys/wait.h>
#include <unistd.h>

void process_note_death(struct process *process, struct ending ending)
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

        any = true;
        if (process && process_exists(process)) {
            if (process_lives(process))
                process_note_death(process, ending_of(status));
            process->seen.state = STATE_GONE;
        }
    }
    return any;
}
