#include "platform.h"

#include "perform.h"

#include "helper-thread.h"
#include "serve.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

const char *call_lack(int call)
{
#ifdef __APPLE__
    if (call == CALL_SETRESUID)
        return "this system has no setresuid";
#endif
    (void)call;
    return NULL;
}

static int call_setresuid(const int32_t *users)
{
#ifdef __APPLE__
    (void)users;
    errno = ENOSYS;
    return -1;
#else
    return setresuid((uid_t)users[0], (uid_t)users[1], (uid_t)users[2]);
#endif
}

static int perform_on_processes(const struct command *command, struct reply *reply)
{
    const int32_t *arguments = command->arguments;

    switch (command->call) {
    case CALL_FORK:
        return fork();
    case CALL_EXECVE:
        return serve_anew(command);
    case CALL_EXIT:
        _exit(arguments[0]);
    case CALL_WAIT:
        return call_wait(reply);
    case CALL_WAITPID:
        return call_waitpid(arguments[0], arguments[1], reply);
    case CALL_WAITID:
        return call_waitid(arguments[0], arguments[1], arguments[2], reply);
    case CALL_PEEK:
        return call_peek(arguments[0], reply);
    case CALL_PING:
        return 0;
    case CALL_PRCTL:
        return set_child_subreaper(arguments[1]);
    case CALL_PTHREAD_CREATE:
        return helper_thread_start();
    case CALL_SETRESUID:
        return call_setresuid(arguments);
    default:
        errno = ENOSYS;
        return -1;
    }
}

static int perform_on_groups(const struct command *command)
{
    const int32_t *arguments = command->arguments;

    switch (command->call) {
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
    default:
        return setsid();
    }
}

static int perform_on_signals(const struct command *command, struct reply *reply)
{
    const int32_t *arguments = command->arguments;

    switch (command->call) {
    case CALL_KILL:
        return kill(arguments[0], arguments[1]);
    case CALL_RAISE:
        return raise(arguments[0]) == 0 ? 0 : -1;
    case CALL_SIGACTION:
        return call_sigaction(arguments[0], arguments[1], reply);
    case CALL_SIGPROCMASK:
        return call_sigprocmask(arguments[0], arguments[1]);
    case CALL_SIGPENDING:
        return call_sigpending(reply);
    case CALL_SIGSUSPEND:
        return call_sigsuspend(arguments[0]);
    default:
        return pause();
    }
}

static int call_read(int descriptor, int size)
{
    char bytes[256];

    return (int)read(descriptor, bytes, (size_t)size < sizeof bytes ? (size_t)size : sizeof bytes);
}

static int perform_on_terminals(const struct command *command, struct reply *reply)
{
    const int32_t *arguments = command->arguments;

    switch (command->call) {
    case CALL_OPENPTY:
        return call_openpty(command->place, reply);
    case CALL_OPEN:
        return call_open(arguments[0], arguments[1]);
    case CALL_CLOSE:
        return close(arguments[0]);
    case CALL_IOCTL:
        return ioctl(arguments[0], (unsigned long)(uint32_t)arguments[1], (long)arguments[2]);
    case CALL_TCGETPGRP:
        return tcgetpgrp(arguments[0]);
    case CALL_TCSETPGRP:
        return tcsetpgrp(arguments[0], arguments[1]);
    case CALL_TCGETSID:
        return tcgetsid(arguments[0]);
    case CALL_TCSETATTR:
        return call_tcsetattr(arguments[0], arguments[1]);
    case CALL_READ:
        return call_read(arguments[0], arguments[1]);
    case CALL_WRITE:
        return (int)write(arguments[0], command->text, (size_t)command->length);
    default:
        return call_type(arguments[0], command->text, command->length);
    }
}

int perform(const struct command *command, struct reply *reply)
{
    switch (command->call) {
    case CALL_GETPID:
    case CALL_GETPPID:
    case CALL_GETPGRP:
    case CALL_GETPGID:
    case CALL_GETSID:
    case CALL_SETPGID:
    case CALL_SETSID:
        return perform_on_groups(command);
    case CALL_KILL:
    case CALL_RAISE:
    case CALL_SIGACTION:
    case CALL_SIGPROCMASK:
    case CALL_SIGPENDING:
    case CALL_SIGSUSPEND:
    case CALL_PAUSE:
        return perform_on_signals(command, reply);
    default:
        return command->call >= CALL_OPENPTY && command->call <= CALL_TYPE
                   ? perform_on_terminals(command, reply)
                   : perform_on_processes(command, reply);
    }
}
