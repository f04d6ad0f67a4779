/* What is left of a trace is killed and reaped before the next one starts. */
#include "platform.h"

#include "run.h"

#include "isolation.h"
#include "probes.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * After so many milliseconds without an end, the command pipes are closed: what cannot be killed
 * reads its end of file.
 */
#define PATIENCE 100
/* After so many, the coordinator gives up, and the guardian and the kernel do the rest. */
#define LAST_PATIENCE 2000
/* Nanoseconds between two looks whether the namespace is empty. */
#define PAUSE INT64_C(5000)

/* Parents first: nobody is left to reap a process between the look at it and the signal to it. */
static void kill_one_by_one(struct run *run)
{
    for (int slot = 0; slot < run->process_count; slot++) {
        struct process *process = &run->processes[slot];

        if (process_exists(process))
            process->seen = observer_look(slot, process->pid);
        if (process_lives(process))
            kill(process->pid, SIGKILL);
    }
}

static void interrupt(int signal_number)
{
    (void)signal_number;
}

/* Interrupts what sleeps, again and again from `milliseconds` on, until it is called with 0. */
static void interrupt_after(long milliseconds)
{
    struct itimerval timer = { .it_interval = { 0, 10000 },
                               .it_value = { milliseconds / 1000, milliseconds % 1000 * 1000 } };
    struct sigaction action = { .sa_handler = interrupt };

    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &timer, NULL);
}

/* Reaps until no child is left; false if the time was up first. */
static bool reap_all(long milliseconds)
{
    bool all;

    interrupt_after(milliseconds);
    while (waitpid(-1, NULL, 0) > 0)
        continue;
    all = errno == ECHILD;
    interrupt_after(0);
    return all;
}

/*
 * A process that nobody reaps is still found by signals to everybody for a moment after its parent
 * was reaped.
 */
static void wait_until_alone(struct run *run)
{
    int64_t end = clock_now() + LAST_PATIENCE * INT64_C(1000000);

    while (probed.finds_nobody && kill(-1, 0) == 0 && clock_now() < end) {
        if (run_listen(PAUSE) == HEARD_ABANDONED)
            _exit(EXIT_SUCCESS);
        run_take_replies(run);
    }
}

void run_clear(struct run *run)
{
    if (isolation_obtained == ISOLATION_NAMESPACE)
        kill(-1, SIGKILL);
    else
        kill_one_by_one(run);
    if (!reap_all(PATIENCE)) {
        /*
         * What no signal reaches, such as a child that a killed process had forked but not
         * reported, ends so.
         */
        run_close_pipes();
        if (!reap_all(LAST_PATIENCE))
            _exit(EXIT_FAILURE);
    }
    wait_until_alone(run);
    for (int slot = 0; slot < run->process_count; slot++)
        observer_close(slot);
    if (isolation_obtained == ISOLATION_NAMESPACE)
        isolation_next_pid(2);
}

void run_abandon(struct run *run)
{
    if (run)
        run_clear(run);
    _exit(EXIT_SUCCESS);
}
