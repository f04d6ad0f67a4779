/*
 * A trace while it runs: its processes, what its names mean by now, and the step at hand. Only the
 * coordinator has one.
 */
#ifndef RETINUE_RUN_H
#define RETINUE_RUN_H

#include "calls.h"
#include "descriptors.h"
#include "observer.h"
#include "trace.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct process {
    pid_t pid;
    pid_t thread;             /* the ID of its helper thread, until that is free again; or 0 */
    bool thread_ended;        /* by an exec */
    struct sighting seen;     /* at the last look */
    enum process_state rest;  /* the last state it was seen at rest in */
    enum process_state start; /* that, when this step began */
    bool obeys;               /* it waits for a command; false while a call is outstanding */
    int step;                 /* the step of the outstanding call */
    int call;
    bool answered;        /* it has replied in this step, or said that it is ready */
    bool resumed;         /* a call that an earlier step left blocked ended in this step */
    struct reply late;    /* its result */
    bool died;            /* in this step */
    struct status ending; /* the first account of its end */
    int64_t traced_since; /* a tracer has held it in the same place since this time, or 0 */
    uint64_t traced_place;
};

/* How the step at hand ended for its actor. */
enum outcome { OUTCOME_NONE, OUTCOME_REPLY, OUTCOME_BLOCKED, OUTCOME_GONE, OUTCOME_NOT_RUN };

struct run {
    const struct trace *trace;
    int64_t deadline; /* on the clock of clock_now */
    pid_t unused;
    int process_count; /* a process's place is its slot */
    struct process processes[MAX_PROCESSES];
    int terminal_count;               /* terminals are numbered in the order they were made */
    uint64_t devices[MAX_TERMINALS];  /* their device numbers, as the observer has them */
    pid_t
        numbers[MAX_NAMES]; /* the newest pid or thread ID of a name; 0 before its first binding */
    int slots[MAX_NAMES];   /* the process of a name, or -1 */
    int terminals[MAX_NAMES]; /* the newest terminal of a name, or -1 */
    int step;
    int actor; /* slot of the process that makes the call */
    int call;
    int signal;   /* that this step sends, or 0 */
    bool child_is_ready; /* the child of this step's fork obeys, whether or not it is known yet */
    bool changed;        /* the look at hand has found something new */
    bool eventful;       /* this step has had an effect beside its call's own answer */
    enum outcome outcome;
    struct reply reply;
};

/* Still there, if only as a zombie. */
static inline bool process_exists(const struct process *process)
{
    return process->seen.state != STATE_GONE;
}

/* Neither dead nor a zombie. */
static inline bool process_lives(const struct process *process)
{
    return process_exists(process) && process->seen.state != STATE_ZOMBIE;
}

/* The process that has, or had last, this pid; NULL if none of the trace did. */
struct process *process_by_pid(struct run *run, pid_t pid);

/*
 * Takes a forked process into the run. It obeys once it has said that it is ready. Returns its
 * slot.
 */
int process_add(struct run *run, pid_t pid);

/* Sends a command to the process in a slot. */
void process_command(struct run *run, int slot, const struct command *command);

/* Nanoseconds that never go back. */
int64_t clock_now(void);

/* What listening heard. */
enum heard { HEARD_NOTHING, HEARD_REPLY, HEARD_ABANDONED };

/*
 * Waits until a reply comes or the time is up. HEARD_ABANDONED: nobody reads standard output any
 * more, or the guardian is dead, so there is nothing left to do but to end.
 */
enum heard run_listen(int64_t nanoseconds);

/* Ends the coordinator and everything it started; `run` may be NULL. Never returns. */
void run_abandon(struct run *run);

/*
 * Waits until the step has no more consequences: every process is at rest. False if the deadline
 * came first.
 */
bool run_settle(struct run *run);

/* Looks and listens until nothing more can come. False if the deadline came first. */
bool run_wait_until_quiet(struct run *run);

/* Makes sure, in other ways, of what the observer does not show on this kernel. */
bool run_settle_without_trust(struct run *run);

/* Whether a process that a tracer holds is to be taken for stopped. */
bool run_takes_for_stopped(struct run *run, int slot);

/* Finds out how the processes ended that died in this step. False if the deadline came first. */
bool run_find_endings(struct run *run);

/* The process in the slot died in this step, and not by its own _exit, which its answer tells. */
bool process_died_visibly(const struct run *run, int slot);

/* Takes every reply that is there. False if there was none. */
bool run_take_replies(struct run *run);

/* Reaps what has come to the coordinator. False if nothing has. */
bool run_reap(struct run *run);

/* The process has died in this step; the first account of how stands. */
void process_note_death(struct process *process, struct status ending);

/* Why this kill must not be made, or NULL. The caller's own group is given by its number. */
const char *run_forbids_kill(struct run *run, pid_t target, int signal);

/* Writes the reply lines of the step at hand. */
void run_report_step(struct run *run);

/* Runs the trace and writes its reply lines. */
void run_trace(const struct trace *trace);

/* Makes the command pipes of the first `count` slots, where they are not there yet. */
bool run_open_pipes(int count);

/* How many slots have command pipes. */
int run_pipes(void);

/* Closes the coordinator's ends of all command pipes. Every process that reads one then ends. */
void run_close_pipes(void);

/* Kills and reaps every process of the run, so that nothing of it is left for the next one. */
void run_clear(struct run *run);

#endif
