/*
 * The rules that `retinue explore` searches through, in plain C that shares no code with it: a peer
 * for its figures. Compiled for one number of processes, with -DPROCESSES=3 or 4.
 *
 * A state is one number of 64 bits and a call is a function from state to state. The checks of a
 * call are in Linux's order. A process's ID is its place; a place is given to a new process when no
 * process has, or is in a group or session that has, that number.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include "result.h"

#if PROCESSES < 1 || PROCESSES > 4
#error "PROCESSES must be from 1 to 4"
#endif

/* ---- The state: 12 bits for each process; all of them 0 where there is none. ---- */

typedef uint64_t State;

enum status { FREE, RUNNING, STOPPED, ZOMBIE };

/* The parent of the first process and of orphans: outside, never calls, reaps at once. */
enum { OUTSIDE = 7 };

enum { STATUS_AT = 0, PARENT_AT = 2, GROUP_AT = 5, SESSION_AT = 8, EXECED_AT = 11, PROCESS_BITS = 12 };

static const State WHOLE = (1 << PROCESS_BITS) - 1;

static unsigned bits(State state, int process, int at, unsigned mask)
{
    return (unsigned)(state >> (process * PROCESS_BITS + at)) & mask;
}

static State with(State state, int process, int at, unsigned mask, unsigned value)
{
    const int shift = process * PROCESS_BITS + at;
    return (state & ~((State)mask << shift)) | (State)value << shift;
}

static enum status status(State s, int process) { return bits(s, process, STATUS_AT, 3); }
static int parent(State s, int process) { return (int)bits(s, process, PARENT_AT, 7); }
static int group(State s, int process) { return (int)bits(s, process, GROUP_AT, 7); }
static int session(State s, int process) { return (int)bits(s, process, SESSION_AT, 7); }
static int has_execed(State s, int process) { return (int)bits(s, process, EXECED_AT, 1); }

static State set_status(State s, int process, enum status to) { return with(s, process, STATUS_AT, 3, to); }
static State set_parent(State s, int process, int to) { return with(s, process, PARENT_AT, 7, (unsigned)to); }
static State set_group(State s, int process, int to) { return with(s, process, GROUP_AT, 7, (unsigned)to); }
static State set_session(State s, int process, int to) { return with(s, process, SESSION_AT, 7, (unsigned)to); }
static State set_execed(State s, int process) { return with(s, process, EXECED_AT, 1, 1); }
static State reap(State s, int process) { return s & ~(WHOLE << (process * PROCESS_BITS)); }

/* Zombies exist: they are members of their groups and children of their parents until reaped. */
static int exists(State s, int process) { return status(s, process) != FREE; }
static int is_child(State s, int process, int of) { return exists(s, process) && parent(s, process) == of; }
static int is_member(State s, int process, int of) { return exists(s, process) && group(s, process) == of; }
static int lives(State s, int process) { return status(s, process) == RUNNING || status(s, process) == STOPPED; }

static int group_exists(State s, int of)
{
    int members = 0;
    for (int i = 0; i < PROCESSES; i++)
        members += is_member(s, i, of);
    return members > 0;
}

/* All members of a group are in one session. */
static int group_is_in(State s, int of, int in)
{
    int members = 0;
    for (int i = 0; i < PROCESSES; i++)
        members += is_member(s, i, of) && session(s, i) == in;
    return members > 0;
}

/* ---- The calls. Each counts how it came out, by the rule that refused it. ---- */

static State comes_out(enum outcome outcome, State state)
{
    outcomes[outcome]++;
    return state;
}

static State die(State s, int process)
{
    for (int child = 0; child < PROCESSES; child++)
        if (is_child(s, child, process))
            s = status(s, child) == ZOMBIE ? reap(s, child) : set_parent(s, child, OUTSIDE);
    return parent(s, process) == OUTSIDE ? reap(s, process) : set_status(s, process, ZOMBIE);
}

static State call_fork(State s, int caller)
{
    unsigned taken = 0;
    for (int i = 0; i < PROCESSES; i++)
        if (exists(s, i))
            taken |= 1u << i | 1u << group(s, i) | 1u << session(s, i);
    int child = 0;
    while (taken >> child & 1)
        child++;
    if (child >= PROCESSES)
        return comes_out(FORK_EAGAIN, s);
    s = set_parent(set_status(s, child, RUNNING), child, caller);
    return comes_out(FORK_OK, set_session(set_group(s, child, group(s, caller)), child, session(s, caller)));
}

static State call_execve(State s, int caller) { return comes_out(EXECVE_OK, set_execed(s, caller)); }

static State call_exit(State s, int caller) { return comes_out(EXIT_OK, die(s, caller)); }

/* waitpid(-1, WNOHANG): of several zombies the one with the lowest number. */
static State call_waitpid(State s, int caller)
{
    int children = 0;
    for (int i = 0; i < PROCESSES; i++) {
        if (!is_child(s, i, caller))
            continue;
        if (status(s, i) == ZOMBIE)
            return comes_out(WAITPID_OK, reap(s, i));
        children++;
    }
    return comes_out(children ? WAITPID_0 : WAITPID_NO_CHILD, s);
}

static State call_setsid(State s, int caller)
{
    if (group(s, caller) == caller)
        return comes_out(SETSID_GROUP_LEADER, s);
    if (group_exists(s, caller))
        return comes_out(SETSID_GROUP_REMAINS, s);
    return comes_out(SETSID_OK, set_session(set_group(s, caller, caller), caller, caller));
}

static State call_setpgid(State s, int caller, int process, int to)
{
    if (!exists(s, process))
        return comes_out(SETPGID_NO_SUCH_PROCESS, s);
    if (parent(s, process) == caller) {
        if (session(s, process) != session(s, caller))
            return comes_out(SETPGID_OTHER_SESSION, s);
        if (has_execed(s, process))
            return comes_out(SETPGID_CHILD_EXECED, s);
    } else if (process != caller) {
        return comes_out(SETPGID_NOT_CHILD, s);
    }
    if (session(s, process) == process)
        return comes_out(SETPGID_SESSION_LEADER, s);
    if (to != process) {
        if (!group_exists(s, to))
            return comes_out(SETPGID_GROUP_ABSENT, s);
        if (!group_is_in(s, to, session(s, caller)))
            return comes_out(SETPGID_GROUP_ELSEWHERE, s);
    }
    return comes_out(SETPGID_OK, set_group(s, process, to));
}

enum signal { SIGNAL_STOP, SIGNAL_CONT, SIGNAL_KILL, SIGNALS };

static State receive(State s, int process, enum signal signal)
{
    switch (signal) {
    case SIGNAL_STOP:
        return status(s, process) == RUNNING ? set_status(s, process, STOPPED) : s;
    case SIGNAL_CONT:
        return status(s, process) == STOPPED ? set_status(s, process, RUNNING) : s;
    default:
        return lives(s, process) ? die(s, process) : s;
    }
}

/* kill(-to, signal). A death reaps zombies only, so nobody leaves the group before its turn. */
static State call_kill(State s, int to, enum signal signal)
{
    if (!group_exists(s, to))
        return comes_out(KILL_NO_SUCH_GROUP, s);
    for (int i = 0; i < PROCESSES; i++)
        if (is_member(s, i, to))
            s = receive(s, i, signal);
    return comes_out(KILL_OK, s);
}

/* ---- The search: breadth first, every call of every running process in every state. ---- */

enum { LOG2_ROOM = PROCESSES < 4 ? 16 : 24, ROOM = 1 << LOG2_ROOM };

/* Marks a place of the table as taken: the state in which nobody is left is 0. */
static const State TAKEN = (State)1 << 63;

static State *table;   /* open addressing, linear probing */
static State *queue;   /* every state found, in the order of finding */
static size_t found;
static uint64_t transitions;

/*
 * The states reached and not looked up yet. A table of this size is not in the cache, so the place
 * of a state is asked for when it is reached, and looked at when it has come.
 */
enum { CALLS = 5 + PROCESSES * PROCESSES + SIGNALS * PROCESSES, BATCH = PROCESSES * CALLS };
static struct { State state; uint32_t place; } batch[BATCH];
static size_t batched;

static uint32_t place_of(State state)
{
    return (uint32_t)(state * UINT64_C(0x9E3779B97F4A7C15) >> (64 - LOG2_ROOM));
}

static void reach(State from, State to)
{
    transitions++;
    if (to == from)
        return;
    changes++;
    const uint32_t place = place_of(to);
    __builtin_prefetch(&table[place]);
    batch[batched].state = to;
    batch[batched].place = place;
    batched++;
}

static void add(State state, uint32_t place)
{
    while (table[place]) {
        if (table[place] == (state | TAKEN))
            return;
        place = (place + 1) % ROOM;
    }
    if (found == ROOM - 1) {
        fprintf(stderr, "more than %d states\n", ROOM - 1);
        exit(1);
    }
    table[place] = state | TAKEN;
    queue[found++] = state;
}

static void add_batch(void)
{
    for (size_t i = 0; i < batched; i++)
        add(batch[i].state, batch[i].place);
    batched = 0;
}

static void make_calls(State s, int caller)
{
    reach(s, call_fork(s, caller));
    reach(s, call_execve(s, caller));
    reach(s, call_exit(s, caller));
    reach(s, call_waitpid(s, caller));
    reach(s, call_setsid(s, caller));
    for (int process = 0; process < PROCESSES; process++)
        for (int to = 0; to < PROCESSES; to++)
            reach(s, call_setpgid(s, caller, process, to));
    for (int to = 0; to < PROCESSES; to++)
        for (int signal = 0; signal < SIGNALS; signal++)
            reach(s, call_kill(s, to, signal));
}

static void explore(void)
{
    /* The first process leads its group and its session; both have the number 0, as it has. */
    const State start = set_parent(set_status(0, 0, RUNNING), 0, OUTSIDE);
    add(start, place_of(start));
    for (size_t next = 0; next < found; next++) {
        for (int caller = 0; caller < PROCESSES; caller++)
            if (status(queue[next], caller) == RUNNING)
                make_calls(queue[next], caller);
        add_batch();
    }
}

int main(void)
{
    table = calloc(ROOM, sizeof *table);
    queue = malloc(ROOM * sizeof *queue);
    if (!table || !queue) {
        fprintf(stderr, "no memory\n");
        return 1;
    }
    const double start = cpu_seconds();
    explore();
    print_result("c", found, transitions, cpu_seconds() - start);
    return 0;
}
