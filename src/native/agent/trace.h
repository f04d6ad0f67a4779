/* A trace as it was requested: names and calls, nothing that happened. */
#ifndef RETINUE_TRACE_H
#define RETINUE_TRACE_H

#include "calls.h"
#include "wire.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MAX_NAMES = 128, MAX_NAME_LENGTH = 64, MAX_STEPS = 100000 };

/* Names every trace has. */
enum { NAME_INIT, NAME_UNUSED, NAME_OUTSIDE, NAME_FIRST };

/* The step is `next-pid NAME`: an instruction to the coordinator, not a call. */
#define STEP_NEXT_PID (-1)

/* What the name of an argument stands for. */
enum part { PART_PROCESS, PART_SLAVE, PART_MASTER };

struct argument {
    int name;       /* place among the names, or -1 for a number */
    enum part part; /* if it is a name */
    bool negated;   /* `-job`: the group of that number */
    int number;     /* if it is not a name */
};

struct step {
    int actor; /* name of the process that makes the call */
    int call;  /* enum call, or STEP_NEXT_PID */
    int binds; /* name that the result is given, or -1 */
    struct argument arguments[MAX_ARGUMENTS];
    size_t text; /* where its text begins among the texts of the trace */
    int length;  /* of that text; 0 if it has none */
};

struct trace {
    uint32_t serial;
    int deadline;  /* milliseconds */
    int processes; /* at most this many, init included */
    int terminals; /* at most this many */
    bool wants_unused;
    int step_count;
    struct step *steps;
    char *texts; /* of all steps, one behind the other */
    size_t texts_length, texts_room;
    int name_count;
    char names[MAX_NAMES][MAX_NAME_LENGTH];
    char fault[160]; /* why this trace cannot be run here, or empty */
};

/*
 * Reads the lines after `trace SERIAL DEADLINE`, which is `opening`, up to `end`. What is wrong
 * with them is left in `fault`. False at the end of the input.
 */
bool trace_read(struct trace *trace, const struct request *opening);

/* Keeps the first fault; what follows it is likely to follow from it. Returns false. */
bool trace_fault(struct trace *trace, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;

/* The place of a name, which is added if it is new; -1 if there is no room for it. */
int trace_name(struct trace *trace, const char *name);

/* Reads the words behind the function's name: its arguments, then the name for its result. */
bool trace_read_call(struct trace *trace, struct step *step, int count, char *const *words);

/* Reads a process by name, or a number. */
bool trace_read_process(struct trace *trace, const char *word, struct argument *argument);

#endif
