/* How the processes that died in a step ended, where neither a wait nor the observer has told. */
#include "platform.h"

#include "run.h"

#include "board.h"

#include <signal.h>
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

/* By default these end nobody. */
static bool is_harmless(int number)
{
    switch (number) {
    case 0:
    case SIGCHLD:
    case SIGCONT:
    case SIGSTOP:
    case SIGTSTP:
    case SIGTTIN:
    case SIGTTOU:
    case SIGURG:
#ifdef SIGWINCH
    case SIGWINCH:
#endif
        return true;
    default:
        return number < 0 || number >= SIGNAL_END;
    }
}

/* The signal that this step sends, if it sends one, is for the process. */
static bool is_target(struct run *run, const struct process *process)
{
    if (is_harmless(run->signal))
        return false;
    if (run->target > 0 && process_by_pid(run, run->target))
        return process->pid == run->target;
    /* What is neither a process nor a group of the trace is a thread's number, or everybody. */
    return run->target >= -1 || process->seen.group == -run->target;
}

/* The key of this step, if it sends a signal, is for the process. */
static bool is_typed_at(struct run *run, const struct process *process)
{
    return run->key_signal != 0 && process->was_in_front;
}

/* The signal that a process died of, where nobody can tell. */
static int likely_signal(struct run *run, const struct process *process)
{
    if (is_target(run, process))
        return run->signal;
    /* It was stopped, or blocked them. The lowest goes first. */
    for (int number = 1; number < SIGNAL_END; number++)
        if (process->held >> number & 1)
            return number;
    /* Of those that kernels send, only this one does not stand in the step. */
    return is_typed_at(run, process) ? run->key_signal : SIGHUP;
}

/*
 * A process that was reaped as soon as it was dead, by the kernel or by a parent that died before
 * it could tell, took its account along.
 */
static void infer_endings(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];

        if (process->died && process->ending.kind == STATUS_UNKNOWN)
            process->ending = (struct status) { STATUS_KILLED, likely_signal(run, process) };
    }
}

void run_note_held(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];

        if (process_lives(process) && is_target(run, process)
            && !board->caught[slot][run->signal])
            process->held |= (signal_set)1 << run->signal;
    }
}

bool run_find_endings(struct run *run)
{
    if (!ask_parents(run))
        return false;
    infer_endings(run);
    return true;
}
