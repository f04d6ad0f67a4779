/* The reply lines of a step: how it ended, what else happened, and the processes there are. */
#include "platform.h"

#include "run.h"

#include "board.h"
#include "probes.h"
#include "wire.h"
#include "words.h"

#include <stdio.h>

/* Room for every signal that has a name. */
enum { TEXT = 320 };

static const char *name_of_signal(int number)
{
    const char *name = number == SIGNAL_UNKNOWN ? "?" : signal_name(number);

    return name ? name : "SIGOTHER";
}

static const char *status_text(struct status status, char text[TEXT])
{
    if (status.kind == STATUS_EXITED)
        snprintf(text, TEXT, "exited %d", (int)status.value);
    else if (status.kind == STATUS_CONTINUED)
        snprintf(text, TEXT, "continued");
    else
        snprintf(text, TEXT, "%s %s", status.kind == STATUS_STOPPED ? "stopped" : "killed",
                 name_of_signal(status.value));
    return text;
}

static const char *set_text(signal_set set, char text[TEXT])
{
    size_t length = 0;
    int number;

    for (size_t place = 0; (number = signal_by_place(place)) != 0; place++)
        if (number < SIGNAL_END && set >> number & 1)
            length += (size_t)snprintf(text + length, TEXT - length, ",%s", signal_name(number));
    if (length == 0)
        snprintf(text, TEXT, ",-");
    return text + 1;
}

static const char *disposition_text(int action)
{
    return action == ACTION_CATCH ? "catch" : action == ACTION_IGNORE ? "ignore" : "default";
}

static const char *reply_text(const struct reply *reply, char text[TEXT])
{
    char part[TEXT];

    if (reply->result == -1)
        snprintf(text, TEXT, "error %s", errno_name(reply->error));
    else if (reply->answer == ANSWER_REPORT)
        snprintf(text, TEXT, "report %d %.40s", (int)reply->result,
                 status_text(reply->status, part));
    else if (reply->answer == ANSWER_SET)
        snprintf(text, TEXT, "set %.300s", set_text(reply->set, part));
    else if (reply->answer == ANSWER_DISPOSITION)
        snprintf(text, TEXT, "disposition %s", disposition_text(reply->result));
    else if (reply->answer == ANSWER_UNTOUCHED)
        snprintf(text, TEXT, "untouched");
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

static void report_caught(const struct run *run, int slot)
{
    int number;

    for (size_t place = 0; (number = signal_by_place(place)) != 0; place++)
        if (number < SIGNAL_END && board->caught[slot][number])
            wire_reply("caught %d %s", (int)run->processes[slot].pid, signal_name(number));
}

/* Whether a process was stopped or continued is net of the step. */
static void report_stop(const struct process *process)
{
    bool was = process->start == STATE_STOPPED, is = process->rest == STATE_STOPPED;

    if (is != was && process_lives(process))
        wire_reply("%s %d", is ? "stopped" : "continued", (int)process->pid);
}

static void report_effects(const struct run *run)
{
    char text[TEXT];

    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        report_caught(run, slot);
        if (process->resumed)
            wire_reply("resumed %d %s %s", (int)process->pid, call_words[process->late.call].name,
                       reply_text(&process->late, text));
        report_stop(process);
        if (process_died_visibly(run, slot))
            wire_reply("died %d %s", (int)process->pid, status_text(process->ending, text));
    }
}

/*
 * The terminal that controls a process, and its foreground group, each `-` if there is none and `?`
 * if this kernel does not show it.
 */
static const char *terminal_text(const struct run *run, const struct sighting *seen,
                                 char text[TEXT])
{
    int terminal = run->terminal_count - 1;

    if (run->terminal_count > 0 && !probed.shows_terminals && seen->state != STATE_ZOMBIE)
        return "? ?";
    /* The newest first: the number of a device is given out again. */
    while (terminal >= 0 && run->devices[terminal] != seen->terminal)
        terminal--;
    if (seen->terminal == 0 || terminal < 0)
        return "- -";
    if (seen->foreground > 0)
        snprintf(text, TEXT, "%d %d", terminal, (int)seen->foreground);
    else
        snprintf(text, TEXT, "%d -", terminal);
    return text;
}

static void report_processes(const struct run *run)
{
    char text[TEXT];

    for (int slot = 0; slot < run->process_count; slot++) {
        const struct process *process = &run->processes[slot];

        if (process_exists(process))
            wire_reply("row %d %s %d %d %d %s", (int)process->pid, state_text(process),
                       (int)process->seen.parent, (int)process->seen.group,
                       (int)process->seen.session, terminal_text(run, &process->seen, text));
    }
}

void run_report_step(struct run *run)
{
    report_outcome(run);
    report_effects(run);
    report_processes(run);
}
