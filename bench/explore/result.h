/* What the peers in C and in Promela count, and how they print it: one line of JSON. */
#ifndef RESULT_H
#define RESULT_H

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

/* How a call came out: by the rule that refused it, by what it returned where no rule speaks, or ok. */
#define OUTCOMES(_) \
    _(FORK_OK, "fork ok") \
    _(FORK_EAGAIN, "fork EAGAIN") \
    _(EXECVE_OK, "execve ok") \
    _(EXIT_OK, "_exit ok") \
    _(WAITPID_OK, "waitpid ok") \
    _(WAITPID_0, "waitpid 0") \
    _(WAITPID_NO_CHILD, "waitpid.no-child") \
    _(SETSID_OK, "setsid ok") \
    _(SETSID_GROUP_LEADER, "setsid.group-leader") \
    _(SETSID_GROUP_REMAINS, "setsid.group-remains") \
    _(SETPGID_OK, "setpgid ok") \
    _(SETPGID_NO_SUCH_PROCESS, "setpgid.no-such-process") \
    _(SETPGID_OTHER_SESSION, "setpgid.other-session") \
    _(SETPGID_CHILD_EXECED, "setpgid.child-execed") \
    _(SETPGID_NOT_CHILD, "setpgid.not-child") \
    _(SETPGID_SESSION_LEADER, "setpgid.session-leader") \
    _(SETPGID_GROUP_ABSENT, "setpgid.group-absent") \
    _(SETPGID_GROUP_ELSEWHERE, "setpgid.group-elsewhere") \
    _(KILL_OK, "kill ok") \
    _(KILL_NO_SUCH_GROUP, "kill.no-such-group")

#define NAME(name, text) name,
enum outcome { OUTCOMES(NAME) OUTCOME_COUNT };
#undef NAME

static uint64_t outcomes[OUTCOME_COUNT];
/* The transitions that lead to another state. */
static uint64_t changes;

/* The time that this process has computed, with what the system computed for it, in seconds. */
static double cpu_seconds(void) { return (double)clock() / CLOCKS_PER_SEC; }

/* The most memory that this process has had resident, in bytes. */
static long long peak_memory(void)
{
    /* On Linux getrusage also counts what the program had that started this one: all of Node. */
    FILE *status = fopen("/proc/self/status", "r");
    long long kilobytes = 0;
    char line[256];
    while (status && !kilobytes && fgets(line, sizeof line, status))
        sscanf(line, "VmHWM: %lld kB", &kilobytes);
    if (status)
        fclose(status);
    if (kilobytes)
        return kilobytes * 1024;

    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
    return usage.ru_maxrss;
#else
    return usage.ru_maxrss * 1024LL;
#endif
}

static void print_result(const char *peer, uint64_t states, uint64_t transitions, double seconds)
{
#define TEXT(name, text) text,
    static const char *const names[] = { OUTCOMES(TEXT) };
#undef TEXT
    printf("{\"peer\":\"%s\",\"processes\":%d,\"states\":%" PRIu64 ",\"transitions\":%" PRIu64
           ",\"changes\":%" PRIu64 ",\"outcomes\":{", peer, PROCESSES, states, transitions, changes);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        printf("%s\"%s\":%" PRIu64, i ? "," : "", names[i], outcomes[i]);
    printf("},\"seconds\":%.6f,\"clock\":\"cpu\",\"bytes\":%lld}\n", seconds, peak_memory());
}

#endif
