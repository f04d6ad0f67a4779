/*
 * The observer of Linux: /proc/PID/stat, and /proc/PID/syscall where that is not enough, through
 * descriptors that stay bound to this very process whoever gets its number afterwards.
 */
#include "platform.h"

#ifdef __linux__

#include "observer.h"

#include "descriptors.h"
#include "probes.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <unistd.h>

const char *const observer_name = "proc";
const char *const observer_lack = "/proc must be mounted (mount -t proc proc /proc)";
const bool observer_is_prompt = true;

static bool call_is_open[MAX_PROCESSES];
static bool has_threads[MAX_PROCESSES]; /* at the last look */

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
    call_is_open[slot] = has_threads[slot] = false;
}

/* What a file of a process has now. Returns where its state is in `text`, or NULL. */
static const char *read_state(int fd, char *text, size_t size)
{
    ssize_t length = pread(fd, text, size - 1, 0);
    const char *name_end;

    text[length > 0 ? length : 0] = '\0';
    name_end = strrchr(text, ')');
    return name_end ? name_end + 2 : NULL;
}

static char first_of_file(int fd)
{
    char first;

    return pread(fd, &first, 1, 0) == 1 ? first : '\0';
}

static char state_of_thread(int fd)
{
    char text[1024];
    const char *state = read_state(fd, text, sizeof text);

    return state ? *state : '\0';
}

/*
 * The file shows the number of the call for a process that sleeps, -1 for one that was stopped
 * outside of any, and `running` for one that is only about to.
 */
static bool shows_call(char first)
{
    return (first >= '0' && first <= '9') || first == '-';
}

/* Whether this file of every thread of a process fits. */
static bool every_thread(pid_t pid, const char *name, bool (*fits)(int fd, char letter),
                         char letter)
{
    char path[64];
    DIR *threads;
    bool all = true;

    snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
    threads = opendir(path);
    for (struct dirent *entry; threads && all && (entry = readdir(threads));) {
        int fd;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "/proc/%d/task/%.16s/%s", (int)pid, entry->d_name, name);
        fd = open(path, O_RDONLY | O_CLOEXEC);
        all = fd >= 0 && fits(fd, letter);
        close(fd);
    }
    if (threads)
        closedir(threads);
    return threads && all;
}

static bool thread_is_in_state(int fd, char letter)
{
    return state_of_thread(fd) == letter;
}

static bool thread_shows_call(int fd, char letter)
{
    (void)letter;
    return shows_call(first_of_file(fd));
}

static int call_file(int slot, pid_t pid)
{
    if (!call_is_open[slot])
        call_is_open[slot] = open_file(pid, "syscall", FD_CALL + slot);
    return FD_CALL + slot;
}

bool observer_confirms_sleep(int slot, pid_t pid)
{
    if (has_threads[slot])
        return every_thread(pid, "syscall", thread_shows_call, '\0');
    return shows_call(first_of_file(call_file(slot, pid)));
}

/* From the call it is in, the arguments of that, and where its code and its stack are (FNV-1a). */
uint64_t observer_place(int slot, pid_t pid)
{
    char text[256];
    ssize_t length = pread(call_file(slot, pid), text, sizeof text, 0);
    uint64_t place = UINT64_C(14695981039346656037);

    for (ssize_t i = 0; i < length; i++)
        place = (place ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return place;
}

static enum process_state state_of_letter(char letter)
{
    switch (letter) {
    case 'S':
        return STATE_ASLEEP;
    case 'T':
        return STATE_STOPPED;
    case 't':
        return STATE_TRACED;
    case 'Z':
        return STATE_ZOMBIE;
    case 'X':
        /* Nobody waits for it, but for a moment its number is still taken. gVisor leaves it so. */
        return probed.observer_is_exact ? STATE_BUSY : STATE_GONE;
    default:
        return STATE_BUSY;
    }
}

/* Fields of the file, counted from the state, which comes behind the name; see proc(5). */
enum {
    FIELD_PARENT = 1,
    FIELD_GROUP,
    FIELD_SESSION,
    FIELD_TERMINAL,
    FIELD_FOREGROUND,
    FIELD_THREADS = 17,
    FIELD_STATUS = 49
};

/* The number in a field, when `text` stands at the state. 0 if there is none. */
static int field(const char *text, int place)
{
    for (; place > 0 && text; place--) {
        text = strchr(text, ' ');
        text += text != NULL;
    }
    return text ? (int)strtol(text, NULL, 10) : 0;
}

/* A process with threads is in a state when all of them are. */
static enum process_state state_of_all(pid_t pid, char letter)
{
    enum process_state state = state_of_letter(letter);

    /* Its first thread is dead, the others are not yet. */
    if (state == STATE_ZOMBIE)
        return STATE_BUSY;
    if (state != STATE_ASLEEP && state != STATE_STOPPED && state != STATE_TRACED)
        return state;
    return every_thread(pid, "stat", thread_is_in_state, letter) ? state : STATE_BUSY;
}

struct sighting observer_look(int slot, pid_t pid)
{
    struct sighting sighting = { .state = STATE_GONE };
    char text[1024];
    const char *fields = read_state(FD_SIGHT + slot, text, sizeof text);

    if (!fields)
        return sighting;
    has_threads[slot] = field(fields, FIELD_THREADS) > 1;
    sighting.state =
        has_threads[slot] ? state_of_all(pid, *fields) : state_of_letter(*fields);
    sighting.parent = field(fields, FIELD_PARENT);
    sighting.group = field(fields, FIELD_GROUP);
    sighting.session = field(fields, FIELD_SESSION);
    if (sighting.state == STATE_ZOMBIE) {
        sighting.ending = status_of(field(fields, FIELD_STATUS));
    } else {
        sighting.terminal = (uint32_t)field(fields, FIELD_TERMINAL);
        sighting.foreground = field(fields, FIELD_FOREGROUND);
    }
    return sighting;
}

/* Only a number that is in the table can own a file, whether or not a process goes with it. */
bool observer_number_is_taken(pid_t pid)
{
    bool is_taken = fcntl(FD_LAST_PID, F_SETOWN, pid) == 0;

    fcntl(FD_LAST_PID, F_SETOWN, 0);
    return is_taken;
}

/* As the kernel writes it: the minor number lies around the major one. */
uint64_t observer_device(dev_t device)
{
    unsigned minor_number = minor(device);

    return (minor_number & 0xff) | (uint64_t)major(device) << 8
           | (uint64_t)(minor_number & ~0xffu) << 12;
}

/*
 * Whoever sends signals to a group holds the lock on the list of processes for readers, and so does
 * whoever looks for the parent of a process that has stopped. This call, which is refused to a
 * session leader, takes it for writers.
 */
void observer_fence(void)
{
    setpgid(0, 0);
}

#endif
