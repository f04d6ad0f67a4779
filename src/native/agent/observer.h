/*
 * The observer: what a process looks like from outside, whatever it is doing. It asks the system's
 * own tables, never the calls under test.
 */
#ifndef RETINUE_OBSERVER_H
#define RETINUE_OBSERVER_H

#include "calls.h"

#include <stdbool.h>
#include <sys/types.h>

#if !defined(__linux__) && !defined(__APPLE__) && !defined(__FreeBSD__)
#error "No observer for this system yet: write one beside observer-proc.c."
#endif

enum process_state {
    STATE_BUSY,   /* runs, is about to run, or waits for something that always comes, such as a disk
                   */
    STATE_TRACED, /* held by a tracer such as strace: for a moment, or because it is stopped */
    STATE_ASLEEP, /* sleeps in the kernel until somebody wakes it */
    STATE_STOPPED,
    STATE_ZOMBIE,
    STATE_GONE /* reaped */
};

struct sighting {
    enum process_state state;
    pid_t parent, group, session;
    uint64_t terminal;    /* the device that controls it, or 0 */
    pid_t foreground;     /* the foreground group of that, or 0 */
    struct status ending; /* of a zombie, where the system shows it */
};

/* The source of what it sees, as the hello line names it. */
extern const char *const observer_name;

/* Why it sees nothing, where it does: what the system lacks, and what to do. */
extern const char *const observer_lack;

/*
 * Whether a process is seen awake from the moment that somebody wakes it. Known of Linux, where the
 * waker itself marks it so.
 */
extern const bool observer_is_prompt;

/* Starts to watch a process that has just been forked, in this slot. */
void observer_open(int slot, pid_t pid);

/* Looks at the process that was opened in this slot, never at a later one with the same number. */
struct sighting observer_look(int slot, pid_t pid);

/*
 * Whether a process that was seen asleep or stopped is really off the processor. A kernel marks a
 * process asleep a little before it looks for a reason not to sleep, and stopped before it tells
 * the parent.
 */
bool observer_confirms_sleep(int slot, pid_t pid);

/* A number that is another one, most likely, after the process has moved on. */
uint64_t observer_place(int slot, pid_t pid);

/*
 * Comes back when nobody is in the middle of sending signals any more who was when it was called:
 * whoever they go to is awake then. Nothing where the system has no such thing.
 */
void observer_fence(void);

/*
 * Whether a number is still taken when no process with it is seen any more: a kernel lets go of it a
 * little later. So does one that a group or a session has. False where that cannot be known.
 */
bool observer_number_is_taken(pid_t pid);

/* The number of a terminal's device, as a sighting has it. */
uint64_t observer_device(dev_t device);

/* Ends the watch. */
void observer_close(int slot);

#endif
