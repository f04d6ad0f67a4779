#include "platform.h"

#include "trace.h"

#include "descriptors.h"
#include "words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool trace_fault(struct trace *trace, const char *format, ...)
{
    va_list arguments;

    if (trace->fault[0] == '\0') {
        va_start(arguments, format);
        vsnprintf(trace->fault, sizeof trace->fault, format, arguments);
        va_end(arguments);
    }
    return false;
}

int trace_name(struct trace *trace, const char *name)
{
    for (int i = 0; i < trace->name_count; i++)
        if (strcmp(trace->names[i], name) == 0)
            return i;
    if (strlen(name) >= MAX_NAME_LENGTH) {
        trace_fault(trace, "a name has more than %d characters", MAX_NAME_LENGTH - 1);
        return -1;
    }
    if (trace->name_count == MAX_NAMES) {
        trace_fault(trace, "more than %d names", MAX_NAMES);
        return -1;
    }
    strcpy(trace->names[trace->name_count], name);
    return trace->name_count++;
}

/* A step at the end of the list, or NULL. */
static struct step *add_step(struct trace *trace, const char *number)
{
    struct step *step;
    int place;

    if (trace->step_count == MAX_STEPS) {
        trace_fault(trace, "more than %d steps", MAX_STEPS);
        return NULL;
    }
    if (!number_by_text(number, &place) || place != trace->step_count) {
        trace_fault(trace,
                    "step %s came where step %d was due: the request was damaged on its way",
                    number, trace->step_count);
        return NULL;
    }
    if (trace->step_count % 64 == 0) {
        struct step *grown =
            realloc(trace->steps, sizeof *grown * (size_t)(trace->step_count + 64));

        if (!grown) {
            trace_fault(trace, "no memory for the steps");
            return NULL;
        }
        trace->steps = grown;
    }
    step = &trace->steps[trace->step_count++];
    *step = (struct step) { .binds = -1 };
    for (int i = 0; i < MAX_ARGUMENTS; i++)
        step->arguments[i].name = -1;
    return step;
}

static void read_step(struct trace *trace, const struct request *request)
{
    struct step *step;

    if (request->count < 4) {
        trace_fault(trace, "a step needs a number, a process and a function");
        return;
    }
    step = add_step(trace, request->words[1]);
    if (!step)
        return;
    step->actor = trace_name(trace, request->words[2]);
    step->call = call_by_name(request->words[3]);
    if (step->call < 0)
        trace_fault(trace, "the function %s is not known", request->words[3]);
    else if (step->actor >= 0
             && trace_read_call(trace, step, request->count - 4, request->words + 4)) {
        trace->processes += step->call == CALL_FORK;
        trace->terminals += step->call == CALL_OPENPTY;
    }
}

static void read_next_pid(struct trace *trace, const struct request *request)
{
    struct step *step = request->count == 3 ? add_step(trace, request->words[1]) : NULL;

    if (step) {
        step->call = STEP_NEXT_PID;
        trace_read_process(trace, request->words[2], &step->arguments[0]);
    }
}

static void check_end(struct trace *trace, const struct request *request)
{
    int count;

    if (request->count != 2 || !number_by_text(request->words[1], &count)
        || count != trace->step_count)
        trace_fault(trace,
                    "%d steps came, not as many as `end` says: the request was damaged on its way",
                    trace->step_count);
    if (trace->processes > MAX_PROCESSES)
        trace_fault(trace, "the agent has room for %d processes in a trace", MAX_PROCESSES);
    if (trace->terminals > MAX_TERMINALS)
        trace_fault(trace, "the agent has room for %d terminals in a trace", MAX_TERMINALS);
}

bool trace_read(struct trace *trace, const struct request *opening)
{
    struct request request;
    int serial = 0;

    trace->fault[0] = '\0';
    trace->deadline = 0;
    if (opening->count != 3 || !number_by_text(opening->words[1], &serial) || serial <= 0
        || !number_by_text(opening->words[2], &trace->deadline) || trace->deadline <= 0)
        trace_fault(trace, "a trace needs a number and a deadline in milliseconds");
    trace->serial = (uint32_t)serial;
    trace->processes = 1;
    trace->terminals = 0;
    trace->texts_length = 0;
    trace->wants_unused = false;
    trace->step_count = 0;
    trace->name_count = 0;
    trace_name(trace, "init");
    trace_name(trace, "unused");
    trace_name(trace, "outside");

    while (wire_read(&request, true)) {
        const char *word = request.count > 0 ? request.words[0] : "";

        if (strcmp(word, "end") == 0) {
            check_end(trace, &request);
            return true;
        }
        if (strcmp(word, "step") == 0)
            read_step(trace, &request);
        else if (strcmp(word, "next-pid") == 0)
            read_next_pid(trace, &request);
        else
            trace_fault(trace, "the request %s is not known", word);
    }
    return false;
}
