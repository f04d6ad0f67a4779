/*
 * The rules that `retinue explore` searches through, in Promela that shares no code with it: a peer
 * for its figures. Translated for one number of processes: spin -a -DPROCESSES=3 model.pml (or 4).
 *
 * One call is one option of the loop below and one transition: a d_step, with nothing in between to
 * be seen. In a d_step the first option that can be taken is taken (spin's manual, d_step), so a
 * list of checks in an `if` is in order, here Linux's. A process's ID is its place in the arrays.
 */

#define FREE 0
#define RUNNING 1
#define STOPPED 2
#define ZOMBIE 3

/* The parent of the first process and of orphans: outside, never calls, reaps at once. */
#define OUTSIDE 7

/* The preprocessor has no loop, so each list is written out, and its fourth place is left out for 3. */
#if PROCESSES == 3
#define FOURTH(...)
#elif PROCESSES == 4
#define FOURTH(...) __VA_ARGS__
#else
#error "PROCESSES must be 3 or 4"
#endif
#define START(first) { first, 0, 0 FOURTH(, 0) }
#define EACH(do, a) do(0, a); do(1, a); do(2, a) FOURTH(; do(3, a))
#define OPTIONS(of, a) of(a, 0) of(a, 1) of(a, 2) FOURTH(of(a, 3))
#define OPTIONS_BOTH(of, a, b) of(a, b, 0) of(a, b, 1) of(a, b, 2) FOURTH(of(a, b, 3))
#define ANY(is, a) (is(0, a) || is(1, a) || is(2, a) FOURTH(|| is(3, a)))
#define ANY_IN(is, a, b) (is(0, a, b) || is(1, a, b) || is(2, a, b) FOURTH(|| is(3, a, b)))

/* The whole state. What there is none of is 0 in all of them. */
byte status[PROCESSES] = START(RUNNING);
byte parent[PROCESSES] = START(OUTSIDE);
byte group[PROCESSES];
byte session[PROCESSES];
bool execed[PROCESSES];

/*
 * What is counted is in C, outside the state: it is added to and never taken back. `nstates` and
 * `truncs` are pan's own counts of states that were new and that were not, which it prints rounded.
 * The first state is counted by pan though no transition leads to it.
 */
c_decl {
    \#include "result.h"
    extern double nstates, truncs;
    static int has_moved;
    static void __attribute__((destructor)) print_at_exit(void)
    {
        print_result("spin", (uint64_t)nstates, (uint64_t)(nstates + truncs) - 1, cpu_seconds());
    }
}
#define OUTCOME(name) c_code { outcomes[name]++; }
#define CHANGED c_code { changes++; }
/* For a kill, which changes nothing, or several processes at once. */
#define MOVED c_code { has_moved = 1; }
#define COUNT_MOVED c_code { changes += has_moved; has_moved = 0; }

/* Zombies exist: they are members of their groups and children of their parents until reaped. */
#define EXISTS(i) (status[i] != FREE)
#define LIVES(i) (status[i] == RUNNING || status[i] == STOPPED)
#define IS_CHILD(i, of) (EXISTS(i) && parent[i] == of)
#define IS_MEMBER(i, of) (EXISTS(i) && group[i] == of)
#define IS_MEMBER_IN(i, of, in) (IS_MEMBER(i, of) && session[i] == in)
#define USES(i, number) (EXISTS(i) && (i == number || group[i] == number || session[i] == number))
#define HAS_CHILD(c) ANY(IS_CHILD, c)
#define GROUP_EXISTS(g) ANY(IS_MEMBER, g)
#define GROUP_IS_IN(g, in) ANY_IN(IS_MEMBER_IN, g, in)
#define NUMBER_IS_USED(number) ANY(USES, number)

inline reap(i) {
    status[i] = FREE; parent[i] = 0; group[i] = 0; session[i] = 0; execed[i] = 0
}

inline lose_parent(i, c) {
    if
    :: IS_CHILD(i, c) && status[i] == ZOMBIE -> reap(i)
    :: IS_CHILD(i, c) -> parent[i] = OUTSIDE
    :: else
    fi
}

inline die(c) {
    EACH(lose_parent, c);
    if
    :: parent[c] == OUTSIDE -> reap(c)
    :: else -> status[c] = ZOMBIE
    fi
}

#define FORK(c, i) \
    :: !NUMBER_IS_USED(i) -> \
        status[i] = RUNNING; parent[i] = c; group[i] = group[c]; session[i] = session[c]; \
        CHANGED; OUTCOME(FORK_OK)

inline fork(c) {
    if
    OPTIONS(FORK, c)
    :: else -> OUTCOME(FORK_EAGAIN)
    fi
}

inline execve(c) {
    if
    :: execed[c]
    :: else -> execed[c] = 1; CHANGED
    fi;
    OUTCOME(EXECVE_OK)
}

inline exit(c) {
    die(c); CHANGED; OUTCOME(EXIT_OK)
}

#define REAP(c, i) \
    :: IS_CHILD(i, c) && status[i] == ZOMBIE -> reap(i); CHANGED; OUTCOME(WAITPID_OK)

/* waitpid(-1, WNOHANG) */
inline waitpid(c) {
    if
    OPTIONS(REAP, c)
    :: HAS_CHILD(c) -> OUTCOME(WAITPID_0)
    :: else -> OUTCOME(WAITPID_NO_CHILD)
    fi
}

inline setsid(c) {
    if
    :: group[c] == c -> OUTCOME(SETSID_GROUP_LEADER)
    :: GROUP_EXISTS(c) -> OUTCOME(SETSID_GROUP_REMAINS)
    :: else -> group[c] = c; session[c] = c; CHANGED; OUTCOME(SETSID_OK)
    fi
}

inline setpgid(c, p, g) {
    if
    :: !EXISTS(p) -> OUTCOME(SETPGID_NO_SUCH_PROCESS)
    :: parent[p] == c && session[p] != session[c] -> OUTCOME(SETPGID_OTHER_SESSION)
    :: parent[p] == c && execed[p] -> OUTCOME(SETPGID_CHILD_EXECED)
    :: parent[p] != c && p != c -> OUTCOME(SETPGID_NOT_CHILD)
    :: session[p] == p -> OUTCOME(SETPGID_SESSION_LEADER)
    :: g != p && !GROUP_EXISTS(g) -> OUTCOME(SETPGID_GROUP_ABSENT)
    :: g != p && !GROUP_IS_IN(g, session[c]) -> OUTCOME(SETPGID_GROUP_ELSEWHERE)
    :: group[p] == g -> OUTCOME(SETPGID_OK)
    :: else -> group[p] = g; CHANGED; OUTCOME(SETPGID_OK)
    fi
}

inline stop(i, g) {
    if
    :: IS_MEMBER(i, g) && status[i] == RUNNING -> status[i] = STOPPED; MOVED
    :: else
    fi
}

inline cont(i, g) {
    if
    :: IS_MEMBER(i, g) && status[i] == STOPPED -> status[i] = RUNNING; MOVED
    :: else
    fi
}

/* A death reaps zombies only, so nobody leaves the group before its turn. */
inline perish(i, g) {
    if
    :: IS_MEMBER(i, g) && LIVES(i) -> die(i); MOVED
    :: else
    fi
}

/* No `inline`, which cannot be given the name of another. */
#define KILL_WITH(receive, g) \
    if \
    :: GROUP_EXISTS(g) -> EACH(receive, g); COUNT_MOVED; OUTCOME(KILL_OK) \
    :: else -> OUTCOME(KILL_NO_SUCH_GROUP) \
    fi

/* A call of a process, and for each process all that it can call. */
#define CALL(c, call) :: d_step { status[c] == RUNNING -> call }
#define SETPGID(c, p, g) CALL(c, setpgid(c, p, g))
#define SETPGIDS(c, p) OPTIONS_BOTH(SETPGID, c, p)
#define KILLS(c, g) \
    CALL(c, KILL_WITH(stop, g)) CALL(c, KILL_WITH(cont, g)) CALL(c, KILL_WITH(perish, g))
#define CALLS(c) \
    CALL(c, fork(c)) CALL(c, execve(c)) CALL(c, exit(c)) CALL(c, waitpid(c)) CALL(c, setsid(c)) \
    OPTIONS(SETPGIDS, c) OPTIONS(KILLS, c)

active proctype kernel() {
end:
    do
    CALLS(0) CALLS(1) CALLS(2) FOURTH(CALLS(3))
    od
}
