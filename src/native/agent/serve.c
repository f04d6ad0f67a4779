#include "platform.h"

#include "serve.h"

#include "board.h"
#include "calls.h"
#include "descriptors.h"
#include "perform.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#ifdef __FreeBSD__
#include <sys/procctl.h>
#endif

extern char **environ;

/* Who this process is. A fork changes the slot, an exec hands it on. */
static uint32_t my_trace;
static volatile int my_slot;

/* What a handler that runs in a child before anything else knows who it is by. */
static volatile pid_t my_pid;
static volatile int child_slot;

int serving_slot(void)
{
    return getpid() == my_pid ? my_slot : child_slot;
}

static char program_path[4096];

int serve_keep_program(const char *path)
{
    int fd;

    if (!realpath(path, program_path))
        snprintf(program_path, sizeof program_path, "%s", path);
#ifdef __linux__
    fd = open("/proc/self/exe", O_RDONLY);
    if (fd < 0)
#endif
        fd = open(program_path, O_RDONLY);
    return fd < 0 ? -1 : descriptor_place(fd, FD_PROGRAM, 0);
}

int serve_anew(const struct command *command)
{
    char slot[16], trace[16], step[16];
    char *words[] = { program_path, SERVE_WORD, slot, trace, step, NULL };

    if (command->arguments[0])
        return execve("/retinue/no-such-program", words, environ);
    snprintf(slot, sizeof slot, "%d", my_slot);
    snprintf(trace, sizeof trace, "%u", (unsigned)my_trace);
    snprintf(step, sizeof step, "%d", (int)command->step);
#ifdef __APPLE__
    return execve(program_path, words, environ);
#else
    return fexecve(FD_PROGRAM, words, environ);
#endif
}

int set_child_subreaper(int on)
{
#if defined(__linux__)
    return prctl(PR_SET_CHILD_SUBREAPER, on, 0, 0, 0);
#elif defined(__FreeBSD__)
    return procctl(P_PID, getpid(), on ? PROC_REAP_ACQUIRE : PROC_REAP_RELEASE, NULL);
#else
    (void)on;
    errno = ENOSYS;
    return -1;
#endif
}

static void send_reply(const struct reply *reply)
{
    ssize_t wrote;

    do
        wrote = write(FD_REPLY, reply, sizeof *reply);
    while (wrote < 0 && errno == EINTR);
    if (wrote != (ssize_t)sizeof *reply)
        _exit(EXIT_LOST);
}

static void say_ready(void)
{
    struct reply ready = { .trace = my_trace, .call = CALL_READY, .slot = my_slot };

    send_reply(&ready);
}

/* In a child that was just forked. */
static void be_born(void)
{
    my_slot = child_slot;
    my_pid = getpid();
    descriptors_without_masters();
    say_ready();
}

static void obey(const struct command *command)
{
    struct reply reply = {
        .trace = my_trace, .step = command->step, .call = command->call, .slot = my_slot
    };

    child_slot = command->place;
    errno = 0;
    reply.result = perform(command, &reply);
    reply.error = errno;
    if (command->call == CALL_FORK && reply.result == 0)
        be_born();
    else
        send_reply(&reply);
}

/*
 * Obeys for ever. When the coordinator is gone, so is the other end of the pipe, and so is this
 * process.
 */
static void serve(void)
{
    for (;;) {
        struct command command;
        ssize_t got = read(FD_COMMAND + my_slot, &command, sizeof command);

        if (got < 0 && errno == EINTR)
            continue;
        if (got != (ssize_t)sizeof command)
            _exit(EXIT_LOST);
        if (command.trace == my_trace)
            obey(&command);
    }
}

void serve_as_init(uint32_t trace, int slots)
{
    my_trace = trace;
    my_slot = 0;
    my_pid = getpid();
    descriptors_leave_coordinator(slots);
    descriptors_without_terminals();
    signal(SIGPIPE, SIG_DFL);
    signal(SIGALRM, SIG_DFL);
    setsid();
    set_child_subreaper(1);
    say_ready();
    serve();
}

void serve_after_exec(char **words)
{
    struct reply reply = { .call = CALL_EXECVE };

    snprintf(program_path, sizeof program_path, "%s", words[0]);
    my_slot = reply.slot = atoi(words[2]);
    my_trace = reply.trace = (uint32_t)strtoul(words[3], NULL, 10);
    my_pid = getpid();
    reply.step = atoi(words[4]);
    if (board_find() != 0)
        _exit(EXIT_LOST);
    send_reply(&reply);
    serve();
}
