/*
 * What a fingerprint says of terminals, tried by hand: a line for each line of the table, with what
 * the kernel gave. Needs root.
 */
#include "try.h"

/* TIOCGSID is what tcgetsid asks. */
static int session_of(int terminal) { int session = 0; return ioctl(terminal, TIOCGSID, &session); }
static int foreground_of(int terminal) { int group = 0; return ioctl(terminal, TIOCGPGRP, &group); }
static int put_in_front(int terminal, int group) { return ioctl(terminal, TIOCSPGRP, &group); }
static void hang_up(void) { signal(SIGHUP, SIG_IGN); close(master); settle(); }

TRY("tcgetpgrp.vanished") {
    AT_TERMINAL {
        signal(SIGTTOU, SIG_IGN);
        pid_t job = sleeping_in_own_group();
        put_in_front(slave, job);
        kill(job, SIGKILL);
        waitpid(job, 0, 0);
        say(tcgetpgrp(slave) == job ? "old-number" : "no-group");
    }
}
TRY("tcgetsid.foreign, tcgetsid.not-terminal") { make_terminal(); gave(session_of(slave)); }
TRY("tcsetpgrp.interrupted, tcsetpgrp.background") {
    AT_TERMINAL {
        pid_t job = fork();
        if (job == 0) {
            alarm(3);
            setpgid(0, 0);
            put_in_front(slave, getpgrp());
            _exit(7);
        }
        int status;
        waitpid(job, &status, WUNTRACED);
        printf("%s, ", WIFSTOPPED(status) ? "stops" : "does not stop");
        kill(job, SIGCONT);
        waitpid(job, &status, WUNTRACED);
        say(WIFSTOPPED(status) ? "and again when it goes on" : "and goes on");
    }
}
TRY("tiocsctty.steal") {
    make_terminal();
    if (fork() == 0) { lead_with_terminal(); sleep_on(); }
    settle();
    IN_CHILD { setsid(); gave(ioctl(slave, TIOCSCTTY, 1)); }
}
TRY("tiocsctty.terminal-taken") {
    make_terminal();
    if (fork() == 0) { lead_with_terminal(); sleep_on(); }
    settle();
    IN_CHILD { setsid(); gave(ioctl(slave, TIOCSCTTY, 0)); }
}
TRY("tiocsctty.unreadable, tiocsctty.not-readable") {
    make_terminal();
    char path[32];
    int number;
    ioctl(master, TIOCGPTN, &number);
    snprintf(path, sizeof path, "/dev/pts/%d", number);
    chmod(path, 0666);
    IN_CHILD {
        become(1000);
        setsid();
        gave(ioctl(open(path, O_WRONLY | O_NOCTTY), TIOCSCTTY, 0));
    }
}
TRY("tiocsctty.not-leader") { make_terminal(); IN_CHILD gave(ioctl(slave, TIOCSCTTY, 0)); }
TRY("tiocsctty.has-terminal") { AT_TERMINAL { make_terminal(); gave(ioctl(slave, TIOCSCTTY, 0)); } }
TRY("tiocsctty lacks hung-up") {
    make_terminal();
    close(master);
    IN_CHILD { setsid(); gave(ioctl(slave, TIOCSCTTY, 0)); }
}
TRY("tiocnotty.not-terminal") { make_terminal(); IN_CHILD { setsid(); gave(ioctl(slave, TIOCNOTTY)); } }
TRY("tiocnotty lacks hung-up") { AT_TERMINAL { hang_up(); gave(ioctl(slave, TIOCNOTTY)); } }
TRY("tcgetpgrp.not-terminal") { make_terminal(); IN_CHILD { setsid(); gave(foreground_of(slave)); } }
TRY("tcgetpgrp lacks hung-up") { AT_TERMINAL { hang_up(); gave(foreground_of(slave)); } }
TRY("tcsetpgrp.not-terminal") {
    make_terminal();
    IN_CHILD { setsid(); gave(put_in_front(slave, getpgrp())); }
}
TRY("tcsetpgrp.pgid-negative") { AT_TERMINAL gave(put_in_front(slave, -1)); }
TRY("tcsetpgrp.not-terminal before pgid-negative") {
    make_terminal();
    IN_CHILD { setsid(); gave(put_in_front(slave, -1)); }
}
TRY("tcsetpgrp.not-terminal before group-absent") {
    make_terminal();
    IN_CHILD { setsid(); gave(put_in_front(slave, 99999)); }
}
TRY("tcsetpgrp.pgid-negative before background") {
    AT_TERMINAL { IN_CHILD { setpgid(0, 0); alarm(2); gave(put_in_front(slave, -1)); } }
}
TRY("tcsetpgrp.group-absent") { AT_TERMINAL gave(put_in_front(slave, 99999)); }
TRY("tcsetpgrp.group-elsewhere") { AT_TERMINAL gave(put_in_front(slave, sleeping_leader())); }
TRY("tcgetsid.hung-up") { AT_TERMINAL { hang_up(); gave(session_of(slave)); } }
TRY("open.hung-up") {
    char path[32];
    int number;
    make_terminal();
    ioctl(master, TIOCGPTN, &number);
    snprintf(path, sizeof path, "/dev/pts/%d", number);
    close(master);
    gave(open(path, O_RDWR | O_NOCTTY));
}
TRY("close.bad-descriptor") { gave(close(99)); }
TRY("tiocsctty.bad-descriptor") { gave(ioctl(99, TIOCSCTTY, 0)); }
TRY("tiocnotty.bad-descriptor") { gave(ioctl(99, TIOCNOTTY)); }
TRY("tcgetpgrp.bad-descriptor") { gave(foreground_of(99)); }
TRY("tcsetpgrp.bad-descriptor") { gave(put_in_front(99, 1)); }
TRY("tcgetsid.bad-descriptor") { gave(session_of(99)); }
TRY("tcsetattr.bad-descriptor") { struct termios line = {0}; gave(tcsetattr(99, TCSANOW, &line)); }
TRY("read.bad-descriptor") { char text; gave(read(99, &text, 1)); }
TRY("write.bad-descriptor, type.bad-descriptor") { gave(write(99, "x", 1)); }

int main(int count, char **arguments) {
    return try_all(count, arguments);
}
