#include "platform.h"

#include "coordinator.h"

#include "board.h"
#include "isolation.h"
#include "probes.h"
#include "run.h"
#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static const char *yes_or_no(bool value)
{
    return value ? "yes" : "no";
}

static void say_hello(void)
{
    struct utsname kernel;

    uname(&kernel);
    wire_reply("hello version=%d isolation=%s observer=%s%s subreaper=%s next-pid=%s threads=%s "
               "users=%s terminals=%s kernel=%s %s %s",
               PROTOCOL_VERSION,
               isolation_obtained == ISOLATION_NAMESPACE ? "namespace" : "subreaper", observer_name,
               probed.observer_is_exact ? "" : "-inexact", yes_or_no(probed.subreaper),
               yes_or_no(probed.next_pid), yes_or_no(probed.threads), yes_or_no(probed.users),
               yes_or_no(probed.terminals), kernel.sysname, kernel.release, kernel.machine);
    wire_flush();
}

/* The pipe in which all processes reply. */
static void open_reply_pipe(void)
{
    int ends[2];

    if (pipe(ends) != 0 || descriptor_place(ends[0], FD_HEARD, 1) != 0
        || descriptor_place(ends[1], FD_REPLY, 0) != 0)
        _exit(EXIT_FAILURE);
    fcntl(FD_HEARD, F_SETFL, O_NONBLOCK);
}

void coordinate(void)
{
    static struct trace trace;
    struct request request;

    /*
     * So that no signal to the group of whoever started the agent reaches a trace, and pid 1 leads
     * a session.
     */
    setsid();
    /* A lost reader shows as an error of write. */
    signal(SIGPIPE, SIG_IGN);
#ifdef __linux__
    prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
#endif
    wire_end_with(FD_LIFELINE);
    open_reply_pipe();
    if (board_create() != 0)
        _exit(wire_refuse("memory to share", strerror(errno)));
    probe_everything();
    if (!probed.observer_sees)
        _exit(wire_refuse("to watch processes", observer_lack));
    say_hello();
    while (wire_read(&request, true)) {
        if (request.count > 0 && strcmp(request.words[0], "trace") == 0) {
            if (!trace_read(&trace, &request))
                break;
            run_trace(&trace);
        } else {
            wire_reply("error only `trace` is a request");
        }
        if (!wire_flush())
            break;
    }
    run_abandon(NULL);
}
