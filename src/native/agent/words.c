#include "platform.h"

#include "words.h"

#include "calls.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

struct word {
    const char *name;
    int number;
};

#define WORD(name)                                                                                 \
    {                                                                                              \
#name, name                                                                                \
    }
#define LENGTH(table) (sizeof(table) / sizeof((table)[0]))

const struct call_word call_words[] = {
    [CALL_FORK] = { "fork", "" },
    [CALL_EXECVE] = { "execve", "x" },
    [CALL_EXIT] = { "_exit", "n" },
    [CALL_WAIT] = { "wait", "" },
    [CALL_WAITPID] = { "waitpid", "po" },
    [CALL_GETPID] = { "getpid", "" },
    [CALL_GETPPID] = { "getppid", "" },
    [CALL_GETPGRP] = { "getpgrp", "" },
    [CALL_GETPGID] = { "getpgid", "p" },
    [CALL_GETSID] = { "getsid", "p" },
    [CALL_SETPGID] = { "setpgid", "pp" },
    [CALL_SETSID] = { "setsid", "" },
    [CALL_KILL] = { "kill", "ps" },
    [CALL_PRCTL] = { "prctl", "kn" },
    [CALL_PTHREAD_CREATE] = { "pthread_create", "" },
};

static const struct word errnos[] = {
    WORD(E2BIG),     WORD(EACCES),  WORD(EAGAIN),    WORD(EBADF),        WORD(EBUSY),
    WORD(ECANCELED), WORD(ECHILD),  WORD(EDEADLK),   WORD(EDOM),         WORD(EEXIST),
    WORD(EFAULT),    WORD(EINTR),   WORD(EINVAL),    WORD(EIO),          WORD(EISDIR),
    WORD(ELOOP),     WORD(EMFILE),  WORD(EMLINK),    WORD(ENAMETOOLONG), WORD(ENFILE),
    WORD(ENODEV),    WORD(ENOENT),  WORD(ENOEXEC),   WORD(ENOLCK),       WORD(ENOMEM),
    WORD(ENOSYS),    WORD(ENOTDIR), WORD(ENOTSUP),   WORD(ENOTTY),       WORD(ENXIO),
    WORD(EOVERFLOW), WORD(EPERM),   WORD(EPIPE),     WORD(ERANGE),       WORD(EROFS),
    WORD(ESPIPE),    WORD(ESRCH),   WORD(ETIMEDOUT), WORD(ETXTBSY),
};

static const struct word signals[] = {
    WORD(SIGHUP),    WORD(SIGINT),  WORD(SIGQUIT), WORD(SIGILL),  WORD(SIGTRAP), WORD(SIGABRT),
    WORD(SIGBUS),    WORD(SIGFPE),  WORD(SIGKILL), WORD(SIGUSR1), WORD(SIGSEGV), WORD(SIGUSR2),
    WORD(SIGPIPE),   WORD(SIGALRM), WORD(SIGTERM), WORD(SIGCHLD), WORD(SIGCONT), WORD(SIGSTOP),
    WORD(SIGTSTP),   WORD(SIGTTIN), WORD(SIGTTOU), WORD(SIGURG),  WORD(SIGXCPU), WORD(SIGXFSZ),
    WORD(SIGVTALRM), WORD(SIGPROF), WORD(SIGSYS),
#ifdef SIGWINCH
    WORD(SIGWINCH),
#endif
#ifdef SIGIO
    WORD(SIGIO),
#endif
#ifdef SIGPWR
    WORD(SIGPWR),
#endif
};

static const struct word wait_options[] = { WORD(WNOHANG), WORD(WUNTRACED), WORD(WCONTINUED) };

static const struct word limits[] = { WORD(INT_MIN), WORD(INT_MAX) };

static const struct word *by_name(const struct word *table, size_t length, const char *name)
{
    for (size_t i = 0; i < length; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

static const char *by_number(const struct word *table, size_t length, int number)
{
    for (size_t i = 0; i < length; i++)
        if (table[i].number == number)
            return table[i].name;
    return NULL;
}

int call_by_name(const char *name)
{
    for (int i = 0; i < CALL_COUNT; i++)
        if (strcmp(call_words[i].name, name) == 0)
            return i;
    return -1;
}

const char *errno_name(int number)
{
    const char *name = by_number(errnos, LENGTH(errnos), number);
    return name ? name : "EOTHER";
}

const char *signal_name(int number)
{
    return by_number(signals, LENGTH(signals), number);
}

int signal_by_name(const char *name)
{
    const struct word *found = by_name(signals, LENGTH(signals), name);
    return found ? found->number : -1;
}

bool options_by_name(char *text, int *options)
{
    *options = 0;
    for (char *word = strtok(text, "|"); word; word = strtok(NULL, "|")) {
        const struct word *found = by_name(wait_options, LENGTH(wait_options), word);
        int number = 0;

        if (!found && !number_by_text(word, &number))
            return false;
        *options |= found ? found->number : number;
    }
    return true;
}

bool number_by_text(const char *text, int *number)
{
    const struct word *limit = by_name(limits, LENGTH(limits), text);
    char *end;
    long value;

    if (limit) {
        *number = limit->number;
        return true;
    }
    errno = 0;
    value = strtol(text, &end, strncmp(text, "0x", 2) == 0 ? 16 : 10);
    *number = (int)value;
    return end != text && *end == '\0' && errno == 0 && value >= INT_MIN && value <= INT_MAX;
}

struct ending ending_of(int status)
{
    struct ending ending = { ENDING_UNKNOWN, 0 };

    if (WIFEXITED(status)) {
        ending.kind = ENDING_EXITED;
        ending.value = WEXITSTATUS(status);
    } else if (WIFSIGNALED(status)) {
        ending.kind = ENDING_KILLED;
        ending.value = WTERMSIG(status);
    }
    return ending;
}
