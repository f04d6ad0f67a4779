/* What calls.c and terminals.c share: tries by name, and the processes that they need. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define TRIES_MAX 100
static struct { const char *name; void (*run)(void); } tries[TRIES_MAX];
static int tries_count;
static const char *self;

/* TRY("a line of the table") { … } prints what the kernel gave. */
#define TRY(name) TRY_AT(name, __LINE__)
#define TRY_AT(name, line) TRY_NUMBERED(name, line)
#define TRY_NUMBERED(title, line)                                            \
    static void try_##line(void);                                            \
    __attribute__((constructor)) static void add_##line(void) {              \
        tries[tries_count].name = title;                                     \
        tries[tries_count++].run = try_##line;                               \
    }                                                                        \
    static void try_##line(void)

static int master = -1, slave = -1;

/* The block runs in a child, which then has the master of a terminal alone. */
#define IN_CHILD for (pid_t c_ = fork(), over_ = 0; !over_; over_ = 1, c_ == 0 ? _exit(0) : await_(c_)) if (c_ == 0)
static inline void await_(pid_t child) { close(master); waitpid(child, 0, 0); }

static inline void say(const char *text) { printf("%s", text); fflush(stdout); }
static inline void gave(long result) {
    if (result == -1) printf("%s", strerror(errno)); else printf("%s", result == 0 ? "0" : "a number");
    fflush(stdout);
}

/* Long enough for another process to get where it is going. */
static inline void settle(void) { usleep(200000); }
static inline void linger(void) { usleep(800000); }

static inline void sleep_on(void) { alarm(5); for (;;) pause(); }
static inline pid_t sleeping(void) {
    pid_t job = fork();
    if (job == 0) sleep_on();
    settle();
    return job;
}
static inline void become(int user) { if (setresuid(user, user, user) != 0) perror("setresuid"); }
static inline pid_t sleeping_as(int user) {
    pid_t job = fork();
    if (job == 0) { become(user); sleep_on(); }
    settle();
    return job;
}
static inline pid_t sleeping_leader(void) {
    pid_t job = fork();
    if (job == 0) { setsid(); sleep_on(); }
    settle();
    return job;
}
static inline pid_t sleeping_in_own_group(void) {
    pid_t job = fork();
    if (job == 0) { setpgid(0, 0); sleep_on(); }
    settle();
    return job;
}
static inline pid_t sleeping_after_exec(const char *program) {
    pid_t job = fork();
    if (job == 0) {
        execl(strcmp(program, "nothing") ? self : "/no/such/file", self, program, (char *)0);
        sleep_on();
    }
    settle();
    return job;
}
static inline pid_t grandchild(void) {
    int ends[2];
    pid_t job = 0;
    if (pipe(ends) != 0) return -1;
    if (fork() == 0) {
        job = sleeping();
        if (write(ends[1], &job, sizeof job) < 0) _exit(1);
        sleep_on();
    }
    if (read(ends[0], &job, sizeof job) < 0) return -1;
    return job;
}
static inline pid_t ending(void) {
    pid_t job = fork();
    if (job == 0) _exit(0);
    return job;
}
static inline void await_death(pid_t job) { (void)job; settle(); }
static inline pid_t zombie(void) { pid_t job = ending(); await_death(job); return job; }
static inline void stop(pid_t job) { kill(job, SIGSTOP); waitpid(job, 0, WUNTRACED); }

static inline void hold(int signal) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_BLOCK, &set, 0);
}
static inline int is_pending(int signal) {
    sigset_t set;
    sigpending(&set);
    return sigismember(&set, signal);
}
static volatile sig_atomic_t counted;
static inline void note(int signal) { (void)signal; counted++; }
static inline void count(int signal, int flags) {
    struct sigaction noted = {.sa_handler = note, .sa_flags = flags};
    sigaction(signal, &noted, 0);
}

static volatile pid_t thread_id;
static inline void *idle(void *nothing) {
    thread_id = syscall(SYS_gettid);
    sleep(3);
    return nothing;
}
static inline pid_t thread(void) {
    pthread_t helper;
    pthread_create(&helper, 0, idle, 0);
    settle();
    return thread_id;
}

/* Makes a terminal; a child that leads a session has it as its controlling terminal in the block. */
static inline void make_terminal(void) {
    int lock = 0, number = 0;
    char path[32];
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    ioctl(master, TIOCSPTLCK, &lock);
    ioctl(master, TIOCGPTN, &number);
    snprintf(path, sizeof path, "/dev/pts/%d", number);
    slave = open(path, O_RDWR | O_NOCTTY);
    if (slave < 0) perror(path);
}
static inline void lead_with_terminal(void) {
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
}
#define AT_TERMINAL make_terminal(); IN_CHILD for (int once_ = (lead_with_terminal(), 1); once_; once_ = 0)

static inline int try_all(int argc, char **argv) {
    self = argv[0];
    if (argc > 1 && strcmp(argv[1], "sleep") == 0) sleep_on();
    if (argc > 1 && strcmp(argv[1], "is-sigchld-ignored") == 0) {
        struct sigaction now;
        sigaction(SIGCHLD, 0, &now);
        return printf("%s", now.sa_handler == SIG_IGN ? "kept" : "reset") < 0;
    }
    for (int i = 0; i < tries_count; i++) {
        int status;
        printf("%s | ", tries[i].name);
        fflush(stdout);
        pid_t one = fork();
        if (one == 0) { alarm(4); tries[i].run(); fflush(stdout); _exit(0); }
        waitpid(one, &status, 0);
        puts(WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "");
        fflush(stdout);
    }
    return 0;
}
