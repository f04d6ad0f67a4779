/*
 * The observer of the BSDs: the process table. A zombie stays in it. The time of its birth tells a
 * process from a later one with the same number.
 */
#include "platform.h"

#if defined(__APPLE__) || defined(__FreeBSD__)

#include "observer.h"

#include "descriptors.h"

#include <string.h>
#include <unistd.h>
#include <sys/param.h>
#include <sys/sysctl.h>
#include <sys/time.h>
#ifdef __APPLE__
#include <libproc.h>
#include <mach/thread_info.h>
#else
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
#define ENTRY_TERMINAL(entry) ((entry)->kp_eproc.e_tdev)
#define ENTRY_FOREGROUND(entry) ((entry)->kp_eproc.e_tpgid)

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
#define ENTRY_TERMINAL(entry) ((dev_t)(entry)->ki_tdev)
#define ENTRY_FOREGROUND(entry) ((entry)->ki_tpgid)

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
        sighting.ending = status_of(ENTRY_STATUS(&entry));
    } else if (ENTRY_STATE(&entry) == SSTOP) {
        sighting.state = STATE_STOPPED;
    } else {
        sighting.state = sleeps(&entry) ? STATE_ASLEEP : STATE_BUSY;
    }
    if (sighting.state != STATE_ZOMBIE && ENTRY_TERMINAL(&entry) != NODEV) {
        sighting.terminal = observer_device(ENTRY_TERMINAL(&entry));
        sighting.foreground = ENTRY_FOREGROUND(&entry);
    }
    return sighting;
}

uint64_t observer_place(int slot, pid_t pid)
{
    (void)slot;
    (void)pid;
    return 0;
}

bool observer_number_is_taken(pid_t pid)
{
    (void)pid;
    return false;
}

uint64_t observer_device(dev_t device)
{
    return (uint64_t)device;
}

void observer_fence(void)
{
}

#endif
