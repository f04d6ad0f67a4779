#include "platform.h"

#include "serve.h"

#include "calls.h"
#include "descriptors.h"
#include "helper-thread.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#ifdef __FreeBSD__
#include <sys/procctl.h>
#endif

extern char **environ;

/* Who this process is. A fork changes the slot, an exec hands both on. */
static uint32_t my_trace;
static int my_slot;

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

static int call_execve(const struct command *command)
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

static int call_peek(pid_t child, struct ending *ending)
{
    siginfo_t info = { 0 };

    if (waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) != 0)
        return -1;
    if (info.si_pid != child)
        return 0;
    ending->kind = info.si_code == CLD_EXITED ? ENDING_EXITED : ENDING_KILLED;
    ending->value = info.si_status;
    return child;
}

static int call_waitpid(pid_t selector, int options, struct ending *ending)
{
    int status = 0;
    pid_t child = waitpid(selector, &status, options);

    if (child > 0)
        *ending = ending_of(status);
    return child;
}

static int call_wait(struct ending *ending)
{
    int status = 0;
    pid_t child = wait(&status);

    if (child > 0)
        *ending = ending_of(status);
    return child;
}

/* Makes the call. -1 with errno set where it fails, as the call itself has it. */
static int perform(const struct command *command, struct ending *ending)
{
    const int32_t *arguments = command->arguments;

    switch (command->call) {
    case CALL_FORK:
        return fork();
    case CALL_EXECVE:
        return call_execve(command);
    case CALL_EXIT:
        _exit(arguments[0]);
    case CALL_WAIT:
        return call_wait(ending);
    case CALL_WAITPID:
        return call_waitpid(arguments[0], arguments[1], ending);
    case CALL_GETPID:
        return getpid();
    case CALL_GETPPID:
        return getppid();
    case CALL_GETPGRP:
        return getpgrp();
    case CALL_GETPGID:
        return getpgid(arguments[0]);
    case CALL_GETSID:
        return getsid(arguments[0]);
    case CALL_SETPGID:
        return setpgid(arguments[0], arguments[1]);
    case CALL_SETSID:
        return setsid();
    case CALL_KILL:
        return kill(arguments[0], arguments[1]);
    case CALL_PRCTL:
        return set_child_subreaper(arguments[1]);
    case CALL_PTHREAD_CREATE:
        return helper_thread_start();
    case CALL_PEEK:
        return call_peek(arguments[0], ending);
    case CALL_PING:
        return 0;
    default:
        errno = ENOSYS;
        return -1;
    }
}

static void send_reply(const struct reply *reply)
{
    ssize_t wrote;

    do
        wrote = write(FD_REPLY, reply, sizeof *reply);
    while (wrote < 0 && errno == EINTR);
    if (wrote != (ssize_t)sizeof *reply)
        _exit(125);
}

/*
 * Obeys for ever. When the coordinator is gone, so is the other end of the pipe, and so is this
 * process.
 */
static void serve(void)
{
    for (;;) {
        struct command command;
        struct reply reply = { 0 };
        ssize_t got = read(FD_COMMAND + my_slot, &command, sizeof command);

        if (got < 0 && errno == EINTR)
            continue;
        if (got != (ssize_t)sizeof command)
            _exit(125);
        if (command.trace != my_trace)
            continue;
        reply.trace = my_trace;
        reply.step = command.step;
        reply.call = command.call;
        reply.slot = my_slot;
        errno = 0;
        reply.result = perform(&command, &reply.ending);
        reply.error = errno;
        if (command.call == CALL_FORK && reply.result == 0)
            my_slot = command.slot;
        else
            send_reply(&reply);
    }
}

void serve_as_init(uint32_t trace, int slots)
{
    struct reply ready = { .trace = trace, .step = STEP_READY };

    my_trace = trace;
    my_slot = 0;
    descriptors_leave_coordinator(slots);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGALRM, SIG_DFL);
    setsid();
    set_child_subreaper(1);
    send_reply(&ready);
    serve();
}

void serve_after_exec(char **words)
{
    struct reply reply = { .call = CALL_EXECVE };

    snprintf(program_path, sizeof program_path, "%s", words[0]);
    my_slot = reply.slot = atoi(words[2]);
    my_trace = reply.trace = (uint32_t)strtoul(words[3], NULL, 10);
    reply.step = atoi(words[4]);
    send_reply(&reply);
    serve();
}
