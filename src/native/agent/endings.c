/* How the processes that died in a step ended, where neither a wait nor the observer has told. */
#include "platform.h"

#include "run.h"

#include <stddef.h>

/* Asks the parent of each fresh zombie how it ended, where nobody has said so yet. */
static bool ask_parents(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];
        struct process *parent = process_by_pid(run, process->seen.parent);
        struct command peek = { .trace = run->trace->serial,
                                .step = run->step,
                                .call = CALL_PEEK,
                                .arguments = { process->pid, 0 } };

        if (!process->died || process->ending.kind != STATUS_UNKNOWN
            || process->seen.state != STATE_ZOMBIE)
            continue;
        if (!parent || !parent->obeys || !process_lives(parent)
            || parent->seen.state == STATE_STOPPED)
            continue;
        process_command(run, (int)(parent - run->processes), &peek);
        if (!run_wait_until_quiet(run))
            return false;
    }
    return true;
}

/*
 * A process that was reaped as soon as it was dead, by the kernel or by a parent that died before
 * it could tell, took its account along. What did not exit was killed, by a signal nobody knows.
 */
static void leave_unknown(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];

        if (process->died && process->ending.kind == STATUS_UNKNOWN)
            process->ending = (struct status) { STATUS_KILLED, SIGNAL_UNKNOWN };
    }
}

bool run_find_endings(struct run *run)
{
    if (!ask_parents(run))
        return false;
    leave_unknown(run);
    return true;
}
