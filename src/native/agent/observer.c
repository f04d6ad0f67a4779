#include "platform.h"

#include "observer.h"

#include "descriptors.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__)

/*
 * /proc/PID/stat, and /proc/PID/syscall where that is not enough, through descriptors that stay
 * bound to this very process whoever gets its number afterwards.
 */

const char *const observer_name = "proc";

static bool call_is_open[MAX_PROCESSES];

static bool open_file(pid_t pid, const char *name, int place)
{
    char path[32];
    int fd;

    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    return fd >= 0 && descriptor_place(fd, place, 1) == 0;
}

void observer_open(int slot, pid_t pid)
{
    observer_close(slot);
    open_file(pid, "stat", FD_SIGHT + slot);
}

void observer_close(int slot)
{
    close(FD_SIGHT + slot);
    close(FD_CALL + slot);
    call_is_open[slot] = false;
}

/*
 * The file shows the number of the call for a process that sleeps, and `running` for one that is
 * only about to.
 */
bool observer_confirms_sleep(int slot, pid_t pid)
{
    char first;

    if (!call_is_open[slot])
        call_is_open[slot] = open_file(pid, "syscall", FD_CALL + slot);
    return pread(FD_CALL + slot, &first, 1, 0) == 1 && first >= '0' && first <= '9';
}

/* `t`, a stop by a tracer such as strace, passes by itself. */
static enum process_state state_of_letter(char letter)
{
    switch (letter) {
    case 'S':
        return STATE_ASLEEP;
    case 'T':
        return STATE_STOPPED;
    case 'Z':
        return STATE_ZOMBIE;
    case 'X':
    case 'x':
        return STATE_GONE;
    default:
        return STATE_BUSY;
    }
}

/* Fields of the file, counted from the state, which comes behind the name; see proc(5). */
enum { FIELD_PARENT = 1, FIELD_GROUP, FIELD_SESSION, FIELD_THREADS = 17, FIELD_STATUS = 49 };

/* The number in a field, when `text` stands at the state. 0 if there is none. */
static int field(const char *text, int place)
{
    for (; place > 0 && text; place--) {
        text = strchr(text, ' ');
        text += text != NULL;
    }
    return text ? (int)strtol(text, NULL, 10) : 0;
}

struct sighting observer_look(int slot, pid_t pid)
{
    struct sighting sighting = { .state = STATE_GONE };
    char text[1024];
    ssize_t length = pread(FD_SIGHT + slot, text, sizeof text - 1, 0);
    const char *fields;

    (void)pid;
    text[length > 0 ? length : 0] = '\0';
    fields = strrchr(text, ')');
    if (!fields)
        return sighting;
    fields += 2;
    sighting.state = state_of_letter(*fields);
    sighting.parent = field(fields, FIELD_PARENT);
    sighting.group = field(fields, FIELD_GROUP);
    sighting.session = field(fields, FIELD_SESSION);
    if (sighting.state != STATE_ZOMBIE)
        return sighting;
    /* Its first thread is dead, the others are not yet. */
    if (field(fields, FIELD_THREADS) > 1)
        sighting.state = STATE_BUSY;
    sighting.ending = ending_of(field(fields, FIELD_STATUS));
    return sighting;
}

#elif defined(__APPLE__) || defined(__FreeBSD__)

/*
 * The process table of the BSDs. A zombie stays in it; what sleeps is told by its threads or its
 * own state.
 */

#include <sys/sysctl.h>
#ifdef __APPLE__
#include <libproc.h>
#include <mach/thread_info.h>
#else
#include <sys/param.h>
#include <sys/user.h>
#endif

const char *const observer_name = "sysctl";

void observer_open(int slot, pid_t pid)
{
    (void)slot;
    (void)pid;
}

void observer_close(int slot)
{
    (void)slot;
}

bool observer_confirms_sleep(int slot, pid_t pid)
{
    (void)slot;
    (void)pid;
    return true;
}

#ifdef __APPLE__
/* p_stat of a process that sleeps says that it runs; its first thread knows better. */
static bool sleeps(pid_t pid)
{
    uint64_t threads[1];
    struct proc_threadinfo thread;

    return proc_pidinfo(pid, PROC_PIDLISTTHREADS, 0, threads, sizeof threads)
               >= (int)sizeof threads[0]
           && proc_pidinfo(pid, PROC_PIDTHREADINFO, threads[0], &thread, sizeof thread)
                  == (int)sizeof thread
           && thread.pth_run_state == TH_STATE_WAITING;
}
#define ENTRY_STATE(entry) ((entry).kp_proc.p_stat)
#define ENTRY_SLEEPS(entry) sleeps((entry).kp_proc.p_pid)
#define ENTRY_PARENT(entry) ((entry).kp_eproc.e_ppid)
#define ENTRY_GROUP(entry) ((entry).kp_eproc.e_pgid)
#define ENTRY_SESSION(entry) getsid((entry).kp_proc.p_pid)
#define ENTRY_STATUS(entry) ((entry).kp_proc.p_xstat)
#else
#define ENTRY_STATE(entry) ((entry).ki_stat)
#define ENTRY_SLEEPS(entry) ((entry).ki_stat == SSLEEP)
#define ENTRY_PARENT(entry) ((entry).ki_ppid)
#define ENTRY_GROUP(entry) ((entry).ki_pgid)
#define ENTRY_SESSION(entry) ((entry).ki_sid)
#define ENTRY_STATUS(entry) ((entry).ki_xstat)
#endif

struct sighting observer_look(int slot, pid_t pid)
{
    struct sighting sighting = { .state = STATE_GONE };
    int name[4] = { CTL_KERN, KERN_PROC, KERN_PROC_PID, (int)pid };
    struct kinfo_proc entry;
    size_t size = sizeof entry;

    (void)slot;
    if (sysctl(name, 4, &entry, &size, NULL, 0) != 0 || size == 0)
        return sighting;
    sighting.parent = ENTRY_PARENT(entry);
    sighting.group = ENTRY_GROUP(entry);
    sighting.session = ENTRY_SESSION(entry);
    if (ENTRY_STATE(entry) == SZOMB) {
        sighting.state = STATE_ZOMBIE;
        sighting.ending = ending_of(ENTRY_STATUS(entry));
    } else if (ENTRY_STATE(entry) == SSTOP) {
        sighting.state = STATE_STOPPED;
    } else {
        sighting.state = ENTRY_SLEEPS(entry) ? STATE_ASLEEP : STATE_BUSY;
    }
    return sighting;
}

#else
#error "No observer for this system yet: write one here, see observer.h."
#endif
