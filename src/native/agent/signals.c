/* What a process does with signals. */
#include "platform.h"

#include "perform.h"

#include "board.h"
#include "serve.h"

#include <signal.h>
#include <stddef.h>

/* The handler of every signal that is caught. */
static void note(int number)
{
    volatile unsigned char *caught = board->caught[serving_slot()];

    caught[number] = 1;
    caught[0] = 1;
}

static const struct {
    enum action flag;
    int bits;
} flags[] = {
    { ACTION_RESTART, SA_RESTART },
    { ACTION_NOCLDSTOP, SA_NOCLDSTOP },
    { ACTION_NOCLDWAIT, SA_NOCLDWAIT },
    { ACTION_RESETHAND, (int)SA_RESETHAND },
};

static int flags_of(int action)
{
    int all = 0;

    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (action & (int)flags[i].flag)
            all |= flags[i].bits;
    return all;
}

static int disposition_of(const struct sigaction *action)
{
    if (action->sa_handler == SIG_DFL)
        return ACTION_DEFAULT;
    return action->sa_handler == SIG_IGN ? ACTION_IGNORE : ACTION_CATCH;
}

static int query(int number, struct reply *reply)
{
    struct sigaction set;

    if (sigaction(number, NULL, &set) != 0)
        return -1;
    reply->answer = ANSWER_DISPOSITION;
    return disposition_of(&set);
}

int call_sigaction(int number, int action, struct reply *reply)
{
    struct sigaction wanted = { .sa_flags = flags_of(action) };

    if (action == ACTION_QUERY)
        return query(number, reply);
    sigemptyset(&wanted.sa_mask);
    wanted.sa_handler = action & ACTION_CATCH ? note : action & ACTION_IGNORE ? SIG_IGN : SIG_DFL;
    return sigaction(number, &wanted, NULL);
}

static sigset_t set_of(int32_t members)
{
    sigset_t set;

    sigemptyset(&set);
    for (int number = 1; number < SIGNAL_END; number++)
        if ((signal_set)members >> number & 1)
            sigaddset(&set, number);
    return set;
}

int call_sigprocmask(int change, int32_t members)
{
    sigset_t set = set_of(members);

    return sigprocmask(change, &set, NULL);
}

int call_sigpending(struct reply *reply)
{
    sigset_t set;

    if (sigpending(&set) != 0)
        return -1;
    reply->answer = ANSWER_SET;
    for (int number = 1; number < SIGNAL_END; number++)
        if (sigismember(&set, number) == 1)
            reply->set |= (signal_set)1 << number;
    return 0;
}

int call_sigsuspend(int32_t members)
{
    sigset_t set = set_of(members);

    return sigsuspend(&set);
}
