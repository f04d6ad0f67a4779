#include "platform.h"

#include "trace.h"

#include "calls.h"
#include "descriptors.h"
#include "words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Keeps the first fault; what follows it is likely to follow from it. */
static bool fault(struct trace *trace, const char *format, ...)
{
    va_list arguments;

    if (trace->fault[0] == '\0') {
        va_start(arguments, format);
        vsnprintf(trace->fault, sizeof trace->fault, format, arguments);
        va_end(arguments);
    }
    return false;
}

/* The place of a name, which is added if it is new; -1 if there is no room for it. */
static int name_place(struct trace *trace, const char *name)
{
    for (int i = 0; i < trace->name_count; i++)
        if (strcmp(trace->names[i], name) == 0)
            return i;
    if (strlen(name) >= MAX_NAME_LENGTH) {
        fault(trace, "a name has more than %d characters", MAX_NAME_LENGTH - 1);
        return -1;
    }
    if (trace->name_count == MAX_NAMES) {
        fault(trace, "more than %d names", MAX_NAMES);
        return -1;
    }
    strcpy(trace->names[trace->name_count], name);
    return trace->name_count++;
}

static bool read_process(struct trace *trace, const char *word, struct argument *argument)
{
    if (number_by_text(word, &argument->number))
        return true;
    argument->negated = word[0] == '-';
    argument->name = name_place(trace, word + argument->negated);
    if (argument->name == NAME_UNUSED)
        trace->wants_unused = true;
    return argument->name >= 0;
}

static bool read_signal(struct trace *trace, const char *word, struct argument *argument)
{
    if (number_by_text(word, &argument->number)) {
        if (argument->number > 0 && argument->number <= 128)
            return fault(trace, "signal %s has to be given by its name", word);
        return true;
    }
    argument->number = signal_by_name(word);
    return argument->number >= 0 || fault(trace, "this system has no signal %s", word);
}

static bool read_argument(struct trace *trace, char kind, char *word, struct argument *argument)
{
    switch (kind) {
    case ARGUMENT_PROCESS:
        return read_process(trace, word, argument);
    case ARGUMENT_SIGNAL:
        return read_signal(trace, word, argument);
    case ARGUMENT_NUMBER:
        return number_by_text(word, &argument->number) || fault(trace, "%s is not a number", word);
    case ARGUMENT_OPTIONS:
        return options_by_name(word, &argument->number)
               || fault(trace, "%s is not an option of waitpid", word);
    case ARGUMENT_CONSTANT:
        return strcmp(word, "PR_SET_CHILD_SUBREAPER") == 0
               || fault(trace, "prctl(%s) is not known", word);
    default:
        argument->number = strcmp(word, "missing") == 0;
        return argument->number || fault(trace, "%s is not a program", word);
    }
}

/* Reads the words behind the function's name: its arguments, then the name for its result. */
static bool read_call(struct trace *trace, struct step *step, int count, char *const *words)
{
    const char *kinds = call_words[step->call].arguments;
    int given = 0;

    for (int i = 0; kinds[i] != '\0' && given < count; i++, given++)
        if (!read_argument(trace, kinds[i], words[given], &step->arguments[i]))
            return false;
    if (given < (int)strlen(kinds) && step->call != CALL_EXECVE)
        return fault(trace, "%s has too few arguments", call_words[step->call].name);
    if (given < count && (step->call == CALL_FORK || step->call == CALL_PTHREAD_CREATE))
        step->binds = name_place(trace, words[given++]);
    return given == count || fault(trace, "%s has too many arguments", call_words[step->call].name);
}

/* A step at the end of the list, or NULL. */
static struct step *add_step(struct trace *trace, const char *number)
{
    struct step *step;
    int place;

    if (trace->step_count == MAX_STEPS) {
        fault(trace, "more than %d steps", MAX_STEPS);
        return NULL;
    }
    if (!number_by_text(number, &place) || place != trace->step_count) {
        fault(trace, "step %s came where step %d was due: the request was damaged on its way",
              number, trace->step_count);
        return NULL;
    }
    if (trace->step_count % 64 == 0) {
        struct step *grown =
            realloc(trace->steps, sizeof *grown * (size_t)(trace->step_count + 64));

        if (!grown) {
            fault(trace, "no memory for the steps");
            return NULL;
        }
        trace->steps = grown;
    }
    step = &trace->steps[trace->step_count++];
    *step = (struct step) { .binds = -1, .arguments = { { .name = -1 }, { .name = -1 } } };
    return step;
}

static void read_step(struct trace *trace, const struct request *request)
{
    struct step *step;

    if (request->count < 4) {
        fault(trace, "a step needs a number, a process and a function");
        return;
    }
    step = add_step(trace, request->words[1]);
    if (!step)
        return;
    step->actor = name_place(trace, request->words[2]);
    step->call = call_by_name(request->words[3]);
    if (step->call < 0)
        fault(trace, "the function %s is not known", request->words[3]);
    else if (step->actor >= 0 && read_call(trace, step, request->count - 4, request->words + 4))
        trace->processes += step->call == CALL_FORK;
}

static void read_next_pid(struct trace *trace, const struct request *request)
{
    struct step *step = request->count == 3 ? add_step(trace, request->words[1]) : NULL;

    if (step) {
        step->call = STEP_NEXT_PID;
        read_process(trace, request->words[2], &step->arguments[0]);
    }
}

static void check_end(struct trace *trace, const struct request *request)
{
    int count;

    if (request->count != 2 || !number_by_text(request->words[1], &count)
        || count != trace->step_count)
        fault(trace, "%d steps came, not as many as `end` says: the request was damaged on its way",
              trace->step_count);
    if (trace->processes > MAX_PROCESSES)
        fault(trace, "the agent has room for %d processes in a trace", MAX_PROCESSES);
}

bool trace_read(struct trace *trace, const struct request *opening)
{
    struct request request;
    int serial = 0;

    trace->fault[0] = '\0';
    trace->deadline = 0;
    if (opening->count != 3 || !number_by_text(opening->words[1], &serial) || serial <= 0
        || !number_by_text(opening->words[2], &trace->deadline) || trace->deadline <= 0)
        fault(trace, "a trace needs a number and a deadline in milliseconds");
    trace->serial = (uint32_t)serial;
    trace->processes = 1;
    trace->wants_unused = false;
    trace->step_count = 0;
    trace->name_count = 0;
    name_place(trace, "init");
    name_place(trace, "unused");
    name_place(trace, "outside");

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
            fault(trace, "the request %s is not known", word);
    }
    return false;
}
