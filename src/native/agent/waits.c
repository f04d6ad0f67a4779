/* The waits of a process. */
#include "platform.h"

#include "perform.h"

#include <stddef.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>

/* A byte that a wait is unlikely to leave everywhere in its answer. */
#define PATTERN 0xa5

static int report(pid_t child, int word, struct reply *reply)
{
    if (child > 0) {
        reply->answer = ANSWER_REPORT;
        reply->status = status_of(word);
    }
    return child;
}

int call_wait(struct reply *reply)
{
    int word = 0;
    pid_t child = wait(&word);

    return report(child, word, reply);
}

int call_waitpid(int32_t selector, int options, struct reply *reply)
{
    int word = 0;
    pid_t child = waitpid(selector, &word, options);

    return report(child, word, reply);
}

static struct status status_of_info(const siginfo_t *info)
{
    switch (info->si_code) {
    case CLD_EXITED:
        return (struct status) { STATUS_EXITED, info->si_status };
    case CLD_STOPPED:
        return (struct status) { STATUS_STOPPED, info->si_status };
    case CLD_CONTINUED:
        return (struct status) { STATUS_CONTINUED, 0 };
    default:
        return (struct status) { STATUS_KILLED, info->si_status };
    }
}

int call_waitid(int kind, int32_t id, int options, struct reply *reply)
{
    siginfo_t info, before;
    int result;

    memset(&info, PATTERN, sizeof info);
    before = info;
    result = waitid((idtype_t)kind, (id_t)id, &info, options);
    if (result != 0)
        return result;
    if (memcmp(&info, &before, sizeof info) == 0) {
        reply->answer = ANSWER_UNTOUCHED;
        return 0;
    }
    if (info.si_pid == 0)
        return 0;
    reply->answer = ANSWER_REPORT;
    reply->status = status_of_info(&info);
    return info.si_pid;
}

int call_peek(int32_t child, struct reply *reply)
{
    return call_waitid(P_PID, child, WEXITED | WNOHANG | WNOWAIT, reply);
}
