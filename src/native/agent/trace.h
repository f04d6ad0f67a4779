/* A trace as it was requested: names and calls, nothing that happened. */
#ifndef RETINUE_TRACE_H
#define RETINUE_TRACE_H

#include "wire.h"

#include <stdbool.h>
#include <stdint.h>

enum { MAX_NAMES = 128, MAX_NAME_LENGTH = 64, MAX_STEPS = 100000 };

/* Names every trace has. */
enum { NAME_INIT, NAME_UNUSED, NAME_OUTSIDE, NAME_FIRST };

/* The step is `next-pid NAME`: an instruction to the coordinator, not a call. */
#define STEP_NEXT_PID (-1)

struct argument {
    int name;     /* place among the names, or -1 for a number */
    bool negated; /* `-job`: the group of that number */
    int number;   /* if it is not a name */
};

struct step {
    int actor; /* name of the process that makes the call */
    int call;  /* enum call, or STEP_NEXT_PID */
    int binds; /* name that the result is given, or -1 */
    struct argument arguments[2];
};

struct trace {
    uint32_t serial;
    int deadline;  /* milliseconds */
    int processes; /* at most this many, init included */
    bool wants_unused;
    int step_count;
    struct step *steps;
    int name_count;
    char names[MAX_NAMES][MAX_NAME_LENGTH];
    char fault[160]; /* why this trace cannot be run here, or empty */
};

/*
 * Reads the lines after `trace SERIAL DEADLINE`, which is `opening`, up to `end`. What is wrong
 * with them is left in `fault`. False at the end of the input.
 */
bool trace_read(struct trace *trace, const struct request *opening);

#endif
