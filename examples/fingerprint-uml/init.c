/*
 * The first process of a kernel that is booted to run retinue's agent: it mounts what the agent looks
 * at, makes a clean line of the console, runs /agent behind it, and switches the machine off.
 */
#include <stdio.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void provide(const char *type, const char *place, const char *options) {
    mkdir(place, 0755);
    if (mount(type, place, type, 0, options) != 0) perror(place);
}

/* Nothing is echoed, and no key is a signal. Only ^D means something: nobody will write any more. */
static void quiet_console(void) {
    struct termios line;
    if (tcgetattr(0, &line) != 0) return;
    line.c_iflag = 0;
    line.c_oflag = 0;
    line.c_lflag = ICANON;
    line.c_cc[VEOF] = 4;
    tcsetattr(0, TCSANOW, &line);
}

/* The agent reads a pipe, not the console: the end of a pipe lasts. */
static pid_t start_agent(int *input) {
    char *arguments[] = {"/agent", 0}, *environment[] = {"PATH=/", 0};
    int ends[2];
    if (pipe(ends) != 0) return -1;
    pid_t agent = fork();
    if (agent == 0) {
        dup2(ends[0], 0);
        close(ends[0]);
        close(ends[1]);
        setsid();
        execve("/agent", arguments, environment);
        _exit(127);
    }
    close(ends[0]);
    *input = ends[1];
    return agent;
}

int main(void) {
    char line[4096];
    ssize_t size;
    int input;
    provide("proc", "/proc", "");
    provide("devpts", "/dev/pts", "mode=0666,ptmxmode=0666");
    quiet_console();
    pid_t agent = start_agent(&input);
    puts("ready");
    fflush(stdout);
    while ((size = read(0, line, sizeof line)) > 0)
        if (write(input, line, size) != size) break;
    close(input);
    while (agent > 0 && wait(0) != agent) continue;
    reboot(RB_POWER_OFF);
    return 0;
}
