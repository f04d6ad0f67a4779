#include "platform.h"

#include "words.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>

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
    [CALL_FORK] = { "fork", "", MANNER_ANSWERS },
    [CALL_EXECVE] = { "execve", "?x", MANNER_ANSWERS },
    [CALL_EXIT] = { "_exit", "n", MANNER_STOPS },
    [CALL_WAIT] = { "wait", "", MANNER_SLEEPS },
    [CALL_WAITPID] = { "waitpid", "po", MANNER_SLEEPS },
    [CALL_WAITID] = { "waitid", "ipo", MANNER_SLEEPS },
    [CALL_GETPID] = { "getpid", "", MANNER_ASKS },
    [CALL_GETPPID] = { "getppid", "", MANNER_ASKS },
    [CALL_GETPGRP] = { "getpgrp", "", MANNER_ASKS },
    [CALL_GETPGID] = { "getpgid", "p", MANNER_ASKS },
    [CALL_GETSID] = { "getsid", "p", MANNER_ASKS },
    [CALL_SETPGID] = { "setpgid", "pp", MANNER_ANSWERS },
    [CALL_SETSID] = { "setsid", "", MANNER_ANSWERS },
    [CALL_KILL] = { "kill", "ps", MANNER_STOPS },
    [CALL_RAISE] = { "raise", "s", MANNER_STOPS },
    [CALL_SIGACTION] = { "sigaction", "sa", MANNER_ANSWERS },
    [CALL_SIGPROCMASK] = { "sigprocmask", "hm", MANNER_STOPS },
    [CALL_SIGPENDING] = { "sigpending", "", MANNER_ASKS },
    [CALL_SIGSUSPEND] = { "sigsuspend", "m", MANNER_SLEEPS },
    [CALL_PAUSE] = { "pause", "", MANNER_SLEEPS },
    [CALL_SETRESUID] = { "setresuid", "nnn", MANNER_ANSWERS },
    [CALL_PRCTL] = { "prctl", "kn", MANNER_ANSWERS },
    [CALL_PTHREAD_CREATE] = { "pthread_create", "", MANNER_ANSWERS },
    [CALL_OPENPTY] = { "openpty", "", MANNER_ANSWERS },
    [CALL_OPEN] = { "open", "ef", MANNER_ANSWERS },
    [CALL_CLOSE] = { "close", "t", MANNER_STOPS },
    [CALL_IOCTL] = { "ioctl", "tr?n", MANNER_SLEEPS },
    [CALL_TCGETPGRP] = { "tcgetpgrp", "t", MANNER_ASKS },
    [CALL_TCSETPGRP] = { "tcsetpgrp", "tp", MANNER_SLEEPS },
    [CALL_TCGETSID] = { "tcgetsid", "t", MANNER_ASKS },
    [CALL_TCSETATTR] = { "tcsetattr", "tl", MANNER_SLEEPS },
    [CALL_READ] = { "read", "en", MANNER_SLEEPS },
    [CALL_WRITE] = { "write", "eq", MANNER_SLEEPS },
    /* It sleeps until its own echo comes, and that always does. */
    [CALL_TYPE] = { "type", "yq", MANNER_STOPS },
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

/* In the order in which signals are listed. */
static const struct word signals[] = {
    WORD(SIGHUP),    WORD(SIGINT),  WORD(SIGQUIT), WORD(SIGILL),  WORD(SIGTRAP), WORD(SIGABRT),
    WORD(SIGBUS),    WORD(SIGFPE),  WORD(SIGKILL), WORD(SIGUSR1), WORD(SIGSEGV), WORD(SIGUSR2),
    WORD(SIGPIPE),   WORD(SIGALRM), WORD(SIGTERM), WORD(SIGCHLD), WORD(SIGCONT), WORD(SIGSTOP),
    WORD(SIGTSTP),   WORD(SIGTTIN), WORD(SIGTTOU), WORD(SIGURG),  WORD(SIGXCPU), WORD(SIGXFSZ),
    WORD(SIGVTALRM), WORD(SIGPROF),
#ifdef SIGWINCH
    WORD(SIGWINCH),
#endif
#ifdef SIGIO
    WORD(SIGIO),
#endif
#ifdef SIGPWR
    WORD(SIGPWR),
#endif
    WORD(SIGSYS),
};

/*
 * The words of one kind of argument. A pipe of the wire joins them, and so their bits: words that
 * exclude each other may share bits.
 */
static const struct word options[] = { WORD(WNOHANG),    WORD(WUNTRACED), WORD(WSTOPPED),
                                       WORD(WCONTINUED), WORD(WEXITED),   WORD(WNOWAIT) };

static const struct word kinds[] = { WORD(P_PID), WORD(P_PGID), WORD(P_ALL) };

static const struct word actions[] = {
    { "NULL", ACTION_QUERY },           { "default", ACTION_DEFAULT },
    { "ignore", ACTION_IGNORE },        { "catch", ACTION_CATCH },
    { "SA_RESTART", ACTION_RESTART },   { "SA_NOCLDSTOP", ACTION_NOCLDSTOP },
    { "SA_NOCLDWAIT", ACTION_NOCLDWAIT }, { "SA_RESETHAND", ACTION_RESETHAND },
};

static const struct word changes[] = { WORD(SIG_BLOCK), WORD(SIG_UNBLOCK), WORD(SIG_SETMASK) };

static const struct word flags[] = { WORD(O_RDWR), WORD(O_RDONLY), WORD(O_WRONLY),
                                     WORD(O_NOCTTY) };

static const struct word requests[] = {
#ifdef TIOCSCTTY
    { "TIOCSCTTY", (int)TIOCSCTTY },
#endif
#ifdef TIOCNOTTY
    { "TIOCNOTTY", (int)TIOCNOTTY },
#endif
};

static const struct word settings[] = { WORD(TOSTOP) };

static const struct word programs[] = { { "missing", 1 } };

static const struct word constants[] = { { "PR_SET_CHILD_SUBREAPER", 0 } };

#define TABLE(kind, words)                                                                         \
    {                                                                                              \
        kind, words, LENGTH(words)                                                                 \
    }

static const struct {
    char kind;
    const struct word *words;
    size_t length;
} tables[] = {
    TABLE(ARGUMENT_OPTIONS, options),  TABLE(ARGUMENT_KIND, kinds),
    TABLE(ARGUMENT_ACTION, actions),   TABLE(ARGUMENT_CHANGE, changes),
    TABLE(ARGUMENT_FLAGS, flags),      TABLE(ARGUMENT_REQUEST, requests),
    TABLE(ARGUMENT_SETTING, settings), TABLE(ARGUMENT_PROGRAM, programs),
    TABLE(ARGUMENT_CONSTANT, constants),
};

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

enum manner call_manner(int call)
{
    return call < CALL_COUNT ? call_words[call].manner : MANNER_ANSWERS;
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

int signal_by_place(size_t place)
{
    return place < LENGTH(signals) ? signals[place].number : 0;
}

static bool words_of_table(const struct word *table, size_t length, char *text, int *number)
{
    *number = 0;
    for (char *word = strtok(text, "|"); word; word = strtok(NULL, "|")) {
        const struct word *found = by_name(table, length, word);
        int bits = 0;

        if (!found && !number_by_text(word, &bits))
            return false;
        *number |= found ? found->number : bits;
    }
    return true;
}

bool words_by_name(char kind, char *text, int *number)
{
    for (size_t i = 0; i < LENGTH(tables); i++)
        if (tables[i].kind == kind)
            return words_of_table(tables[i].words, tables[i].length, text, number);
    return false;
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

struct status status_of(int word)
{
    if (WIFEXITED(word))
        return (struct status) { STATUS_EXITED, WEXITSTATUS(word) };
    if (WIFSIGNALED(word))
        return (struct status) { STATUS_KILLED, WTERMSIG(word) };
    /* Before WIFSTOPPED: some systems write a continue as a stop by SIGCONT. */
    if (WIFCONTINUED(word))
        return (struct status) { STATUS_CONTINUED, 0 };
    if (WIFSTOPPED(word))
        return (struct status) { STATUS_STOPPED, WSTOPSIG(word) };
    return (struct status) { STATUS_UNKNOWN, 0 };
}
