/* What is left of a trace is killed and reaped before the next one starts. */
#include "platform.h"

#include "run.h"

#include "isolation.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define MILLISECOND INT64_C(1000000)

/* After this time without an end, the command pipes are closed: a process that cannot be killed reads its end of file. */
#define PATIENCE (100 * MILLISECOND)
/* After this time the coordinator gives up, and the guardian and the kernel do the rest. */
#define LAST_PATIENCE (2000 * MILLISECOND)

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

/* Reaps until no child is left; false if the time was up first. */
static bool reap_all(int64_t time)
{
    int64_t end = clock_now() + time, pause = MILLISECOND / 50;

    for (;;) {
        pid_t pid = waitpid(-1, NULL, WNOHANG);

        if (pid < 0 && errno == ECHILD)
            return true;
        if (pid != 0)
            continue;
        if (clock_now() > end)
            return false;
        /* Nobody replies now: this only lets the time pass until the next look. */
        run_listen(pause);
        pause = pause * 2 < MILLISECOND ? pause * 2 : MILLISECOND;
    }
}

void run_clear(struct run *run)
{
    if (isolation_obtained == ISOLATION_NAMESPACE)
        kill(-1, SIGKILL);
    else
        kill_one_by_one(run);
    if (!reap_all(PATIENCE)) {
        /* What no signal reaches, such as a child that a killed process had forked but not reported, ends so. */
        run_close_pipes();
        if (!reap_all(LAST_PATIENCE))
            _exit(EXIT_FAILURE);
    }
    for (int slot = 0; slot < run->process_count; slot++)
        observer_close(slot);
    if (isolation_obtained == ISOLATION_NAMESPACE)
        isolation_next_pid(2);
}
