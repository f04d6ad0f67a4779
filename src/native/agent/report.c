/* The reply lines of a step: how it ended, what else happened, and the processes there are. */
#include "platform.h"

#include "run.h"

#include "wire.h"
#include "words.h"

#include <stdio.h>

enum { TEXT = 64 };

static const char *ending_text(struct ending ending, char text[TEXT])
{
    const char *name = signal_name(ending.value);

    if (ending.kind == ENDING_EXITED)
        snprintf(text, TEXT, "exited %d", (int)ending.value);
    else
        snprintf(text, TEXT, "killed %s", name ? name : "SIGOTHER");
    return text;
}

static const char *reply_text(const struct reply *reply, char text[TEXT])
{
    char ending[TEXT];

    if (reply->result == -1)
        snprintf(text, TEXT, "error %s", errno_name(reply->error));
    else if (reply->result > 0 && (reply->call == CALL_WAIT || reply->call == CALL_WAITPID))
        snprintf(text, TEXT, "report %d %.32s", (int)reply->result,
                 ending_text(reply->ending, ending));
    else
        snprintf(text, TEXT, "value %d", (int)reply->result);
    return text;
}

static const char *state_text(const struct process *process)
{
    if (process->seen.state == STATE_ZOMBIE)
        return "zombie";
    if (process->seen.state == STATE_STOPPED)
        return "stopped";
    return process->obeys ? "running" : "blocked";
}

static void report_outcome(const struct run *run)
{
    static const char *const words[] = {
        [OUTCOME_BLOCKED] = "blocked", [OUTCOME_GONE] = "gone", [OUTCOME_NOT_RUN] = "not-run"
    };
    char text[TEXT];

    wire_reply("step %d %s", run->step,
               run->outcome == OUTCOME_REPLY ? reply_text(&run->reply, text) : words[run->outcome]);
}

static void report_effects(const struct run *run)
{
    char text[TEXT];

    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        if (process->resumed)
            wire_reply("resumed %d %s %s", (int)process->pid, call_words[process->late.call].name,
                       reply_text(&process->late, text));
        if (process_died_visibly(run, slot))
            wire_reply("died %d %s", (int)process->pid, ending_text(process->ending, text));
    }
}

static void report_processes(const struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        if (process_exists(process))
            wire_reply("row %d %s %d %d %d", (int)process->pid, state_text(process),
                       (int)process->seen.parent, (int)process->seen.group,
                       (int)process->seen.session);
    }
}

void run_report_step(struct run *run)
{
    report_outcome(run);
    report_effects(run);
    report_processes(run);
}
