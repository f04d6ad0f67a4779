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
const char *const observer_lack = "/proc must be mounted (mount -t proc proc /proc)";
const bool observer_is_prompt = true;

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
 * The process table of the BSDs. A zombie stays in it. The time of its birth tells a process from a
 * later one with the same number.
 */

#include <sys/sysctl.h>
#include <sys/time.h>
#ifdef __APPLE__
#include <libproc.h>
#include <mach/thread_info.h>
#else
#include <sys/param.h>
#include <sys/user.h>
#endif

const char *const observer_name = "sysctl";
const char *const observer_lack = "sysctl does not show them";
const bool observer_is_prompt = false;

static struct timeval born[MAX_PROCESSES];

static bool read_entry(pid_t pid, struct kinfo_proc *entry)
{
    int name[4] = { CTL_KERN, KERN_PROC, KERN_PROC_PID, (int)pid };
    size_t size = sizeof *entry;

    return sysctl(name, 4, entry, &size, NULL, 0) == 0 && size > 0;
}

#ifdef __APPLE__

static pid_t last_session[MAX_PROCESSES];

/* The table has no session, and getsid does not know zombies: they keep the one they had. */
static pid_t session_of(int slot, const struct kinfo_proc *entry)
{
    pid_t session = getsid(entry->kp_proc.p_pid);

    if (session > 0)
        last_session[slot] = session;
    return last_session[slot];
}

/* The state of a process that sleeps says that it runs; its first thread knows better. */
static bool sleeps(const struct kinfo_proc *entry)
{
    pid_t pid = entry->kp_proc.p_pid;
    struct proc_threadinfo thread;
    uint64_t threads[1];

    return proc_pidinfo(pid, PROC_PIDLISTTHREADS, 0, threads, sizeof threads) > 0
           && proc_pidinfo(pid, PROC_PIDTHREADINFO, threads[0], &thread, sizeof thread) > 0
           && thread.pth_run_state == TH_STATE_WAITING;
}

#define ENTRY_BORN(entry) ((entry)->kp_proc.p_starttime)
#define ENTRY_STATE(entry) ((entry)->kp_proc.p_stat)
#define ENTRY_STATUS(entry) ((entry)->kp_proc.p_xstat)
#define ENTRY_PARENT(entry) ((entry)->kp_eproc.e_ppid)
#define ENTRY_GROUP(entry) ((entry)->kp_eproc.e_pgid)

#else

static pid_t session_of(int slot, const struct kinfo_proc *entry)
{
    (void)slot;
    return entry->ki_sid;
}

static bool sleeps(const struct kinfo_proc *entry)
{
    return entry->ki_stat == SSLEEP;
}

#define ENTRY_BORN(entry) ((entry)->ki_start)
#define ENTRY_STATE(entry) ((entry)->ki_stat)
#define ENTRY_STATUS(entry) ((entry)->ki_xstat)
#define ENTRY_PARENT(entry) ((entry)->ki_ppid)
#define ENTRY_GROUP(entry) ((entry)->ki_pgid)

#endif

void observer_open(int slot, pid_t pid)
{
    struct kinfo_proc entry;

    memset(&born[slot], 0, sizeof born[slot]);
    if (read_entry(pid, &entry))
        born[slot] = ENTRY_BORN(&entry);
}

void observer_close(int slot)
{
    (void)slot;
}

bool observer_confirms_sleep(int slot, pid_t pid)
{
    struct kinfo_proc entry;

    (void)slot;
    return read_entry(pid, &entry) && sleeps(&entry);
}

static bool is_born_at(const struct kinfo_proc *entry, const struct timeval *time)
{
    return ENTRY_BORN(entry).tv_sec == time->tv_sec && ENTRY_BORN(entry).tv_usec == time->tv_usec;
}

struct sighting observer_look(int slot, pid_t pid)
{
    struct sighting sighting = { .state = STATE_GONE };
    struct kinfo_proc entry;

    if (!read_entry(pid, &entry) || !is_born_at(&entry, &born[slot]))
        return sighting;
    sighting.parent = ENTRY_PARENT(&entry);
    sighting.group = ENTRY_GROUP(&entry);
    sighting.session = session_of(slot, &entry);
    if (ENTRY_STATE(&entry) == SZOMB) {
        sighting.state = STATE_ZOMBIE;
        sighting.ending = ending_of(ENTRY_STATUS(&entry));
    } else if (ENTRY_STATE(&entry) == SSTOP) {
        sighting.state = STATE_STOPPED;
    } else {
        sighting.state = sleeps(&entry) ? STATE_ASLEEP : STATE_BUSY;
    }
    return sighting;
}

#else
#error "No observer for this system yet: write one here, see observer.h."
#endif
