#include "platform.h"

#include "run.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

struct process *process_by_pid(struct run *run, pid_t pid)
{
    for (int slot = run->process_count - 1; slot >= 0; slot--)
        if (run->processes[slot].pid == pid)
            return &run->processes[slot];
    return NULL;
}

bool process_died_visibly(const struct run *run, int slot)
{
    return run->processes[slot].died && !(slot == run->actor && run->call == CALL_EXIT);
}

int process_add(struct run *run, pid_t pid)
{
    int slot = run->process_count++;

    run->processes[slot] =
        (struct process) { .pid = pid,
                           .obeys = run->child_is_ready,
                           .answered = run->child_is_ready,
                           .step = run->step,
                           .call = CALL_READY,
                           .seen = { .state = STATE_BUSY },
                           .rest = STATE_ASLEEP,
                           .start = STATE_ASLEEP };
    observer_open(slot, pid);
    return slot;
}

void process_command(struct run *run, int slot, const struct command *command)
{
    struct process *process = &run->processes[slot];
    ssize_t wrote;

    process->obeys = false;
    process->step = command->step;
    process->call = command->call;
    do
        wrote = write(FD_ORDER + slot, command, sizeof *command);
    while (wrote < 0 && errno == EINTR);
}

static int open_pipes;

int run_pipes(void)
{
    return open_pipes;
}

bool run_open_pipes(int count)
{
    for (; open_pipes < count; open_pipes++) {
        int ends[2];

        if (pipe(ends) != 0 || descriptor_place(ends[0], FD_COMMAND + open_pipes, 0) != 0
            || descriptor_place(ends[1], FD_ORDER + open_pipes, 1) != 0)
            return false;
    }
    return true;
}

void run_close_pipes(void)
{
    for (; open_pipes > 0; open_pipes--)
        close(FD_ORDER + open_pipes - 1);
}

int64_t clock_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

enum heard run_listen(int64_t nanoseconds)
{
    struct pollfd ends[] = { { .fd = FD_HEARD, .events = POLLIN },
                             { .fd = FD_LIFELINE },
                             { .fd = STDOUT_FILENO } };
    int ready;

    do {
#ifdef __linux__
        struct timespec time = { nanoseconds / 1000000000, nanoseconds % 1000000000 };

        ready = ppoll(ends, 3, &time, NULL);
#else
        ready = poll(ends, 3, (int)((nanoseconds + 999999) / 1000000));
#endif
    } while (ready < 0 && errno == EINTR);
    if ((ends[1].revents | ends[2].revents) & (POLLHUP | POLLERR | POLLNVAL))
        return HEARD_ABANDONED;
    return ends[0].revents & POLLIN ? HEARD_REPLY : HEARD_NOTHING;
}
