/* Runs one trace: forks its init, makes its steps one after the other, clears everything away. */
#include "platform.h"

#include "run.h"

#include "board.h"
#include "isolation.h"
#include "perform.h"
#include "probes.h"
#include "processor.h"
#include "serve.h"
#include "wire.h"
#include "words.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

/* One run at a time. Static, because it is large. */
static struct run run;

/* No process, no thread and no group has this number. */
static bool names_nobody(pid_t number)
{
    return kill(number, 0) != 0 && errno == ESRCH && kill(-number, 0) != 0 && errno == ESRCH;
}

/* A number that names nobody, half way round the allocator from here; 0 if none was found. */
static pid_t find_unused(void)
{
    pid_t limit = probed.pid_limit, number = (getpid() + limit / 2) % limit;

    for (int tries = 0; tries < 1000; tries++, number = (number + 1) % limit)
        if (number > 300 && names_nobody(number))
            return number;
    return 0;
}

static void bind(int name, pid_t number, int slot)
{
    if (name >= 0) {
        run.numbers[name] = number;
        run.slots[name] = slot;
    }
}

static void forget_step(void)
{
    run.outcome = OUTCOME_NONE;
    run.signal = 0;
    run.child_is_ready = run.eventful = false;
    for (int slot = 0; slot < run.process_count; slot++) {
        struct process *process = &run.processes[slot];

        process->answered = process->resumed = process->died = false;
        process->start = process->rest;
        /* A kernel may report the death of a child that lives. */
        if (process_lives(process))
            process->ending.kind = STATUS_UNKNOWN;
        memset((void *)board->caught[slot], 0, sizeof board->caught[slot]);
    }
}

/* Forks init and waits until it is ready. */
static bool start_init(void)
{
    pid_t pid = fork();

    if (pid == 0)
        serve_as_init(run.trace->serial, run_pipes());
    if (pid < 0)
        return false;
    run.call = CALL_FORK;
    run.outcome = OUTCOME_REPLY;
    process_add(&run, pid);
    bind(NAME_INIT, pid, 0);
    return run_settle(&run) && run.processes[0].obeys;
}

static bool begin(const struct trace *trace)
{
    memset(&run, 0, offsetof(struct run, processes));
    run.trace = trace;
    run.deadline = clock_now() + trace->deadline * INT64_C(1000000);
    run.terminal_count = 0;
    run.actor = 0;
    for (int name = 0; name < MAX_NAMES; name++) {
        bind(name, 0, -1);
        run.terminals[name] = -1;
    }
    board_wipe();
    if (trace->wants_unused)
        run.unused = find_unused();
    bind(NAME_OUTSIDE, getpid(), -1);
    bind(NAME_UNUSED, run.unused, -1);
    forget_step();
    if (!run_open_pipes(trace->processes) || !start_init())
        return false;
    wire_reply("begin %u init=%d outside=%d unused=%d", (unsigned)trace->serial,
               (int)run.processes[0].pid, (int)getpid(), (int)run.unused);
    return true;
}

/* The number an argument stands for now; false if its name stands for nothing yet. */
static bool resolve(const struct argument *argument, int32_t *number)
{
    *number = argument->number;
    if (argument->name < 0)
        return true;
    if (argument->part != PART_PROCESS) {
        *number = run.terminals[argument->name]
                  + (argument->part == PART_MASTER ? FD_MASTER : FD_SLAVE);
        return run.terminals[argument->name] >= 0;
    }
    *number = run.numbers[argument->name];
    if (argument->negated)
        *number = -*number;
    return *number != 0;
}

/* Ends the trace at the step at hand. */
static bool stop(const char *kind, const char *reason)
{
    wire_reply("end %u %s %d %s", (unsigned)run.trace->serial, kind, run.step, reason);
    return false;
}

/*
 * Fills in the arguments of a step; false if a call that did not succeed left one of its names
 * without a number.
 */
static bool fill_in(const struct step *step, struct command *command)
{
    for (int i = 0; i < MAX_ARGUMENTS; i++)
        if (!resolve(&step->arguments[i], &command->arguments[i]))
            return false;
    command->place = step->call == CALL_OPENPTY ? run.terminal_count : run.process_count;
    command->length = step->length;
    if (step->length > 0)
        memcpy(command->text, run.trace->texts + step->text, (size_t)step->length);
    return true;
}

/* The process can be told to make a call: it is neither dead nor stopped nor asleep in a call. */
static bool can_act(int slot)
{
    const struct process *process = slot >= 0 ? &run.processes[slot] : NULL;

    return process && process_lives(process) && process->obeys
           && process->seen.state != STATE_STOPPED;
}

/* Gives a name to what the call has made. */
static void bind_result(const struct step *step)
{
    int32_t result = run.reply.result;

    if (step->binds < 0)
        return;
    if (step->call == CALL_OPENPTY && result >= 0)
        run.terminals[step->binds] = result;
    else if (step->call != CALL_OPENPTY && result > 0)
        bind(step->binds, result, step->call == CALL_FORK ? run.process_count - 1 : -1);
}

static void conclude(const struct step *step)
{
    if (run.outcome == OUTCOME_NONE)
        run.outcome = process_lives(&run.processes[run.actor]) ? OUTCOME_BLOCKED : OUTCOME_GONE;
    if (run.outcome == OUTCOME_REPLY)
        bind_result(step);
}

/* Notes what signal the call sends. Returns why it must not be made, or NULL. */
static const char *note_signal(const struct command *command)
{
    pid_t target = command->arguments[0];

    if (command->call == CALL_RAISE)
        run.signal = command->arguments[0];
    if (command->call != CALL_KILL)
        return NULL;
    run.signal = command->arguments[1];
    if (target == 0)
        target = -run.processes[run.actor].seen.group;
    return run_forbids_kill(&run, target, run.signal);
}

/* Makes the call of a step; false if the trace ends here. */
static bool make_call(const struct step *step)
{
    struct command command = {
        .trace = run.trace->serial, .step = run.step, .call = step->call
    };
    const char *obstacle = call_lack(step->call);

    run.actor = run.slots[step->actor];
    run.call = step->call;
    if (!can_act(run.actor) || !fill_in(step, &command)) {
        run.outcome = OUTCOME_NOT_RUN;
        return true;
    }
    if (!obstacle)
        obstacle = note_signal(&command);
    if (obstacle)
        return stop("skipped", obstacle);
    process_command(&run, run.actor, &command);
    if (!run_settle(&run))
        return stop("hung", "the kernel had not settled by the deadline");
    conclude(step);
    return true;
}

static bool choose_next_pid(const struct step *step)
{
    int32_t number;

    if (!probed.next_pid)
        return stop("skipped", "the next pid cannot be chosen here");
    /* Where the name has no number there is nothing to choose. */
    return !resolve(&step->arguments[0], &number) || isolation_next_pid(number)
           || stop("broken", "the next pid could not be chosen");
}

static bool make_step(const struct step *step)
{
    forget_step();
    if (step->call == STEP_NEXT_PID)
        return choose_next_pid(step);
    if (!make_call(step))
        return false;
    run_report_step(&run);
    return true;
}

static void end_whole(const char *kind, const char *reason)
{
    wire_reply("end %u %s - %s", (unsigned)run.trace->serial, kind, reason);
}

void run_trace(const struct trace *trace)
{
    run.trace = trace;
    if (trace->fault[0] != '\0') {
        end_whole("skipped", trace->fault);
        return;
    }
    processor_stay();
    if (!begin(trace)) {
        end_whole("broken", "init could not be started");
    } else if (trace->wants_unused && run.unused == 0) {
        end_whole("skipped", "no number was found that names nobody");
    } else {
        for (run.step = 0; run.step < trace->step_count && make_step(&trace->steps[run.step]);)
            run.step++;
        if (run.step == trace->step_count)
            end_whole("done", "");
    }
    /* Whoever waits for the answer need not wait for the clearing. */
    wire_flush();
    run_clear(&run);
    processor_roam();
}
