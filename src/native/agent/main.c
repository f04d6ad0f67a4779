/*
 * The agent of retinue: runs traces of process-group, session and signal calls on the kernel it
 * stands on, and says what it saw. It reads requests from standard input and replies on standard
 * output; docs/agent-protocol.md describes them.
 */
#include "platform.h"

#include "coordinator.h"
#include "descriptors.h"
#include "isolation.h"
#include "serve.h"
#include "wire.h"
#include "words.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const struct {
    const char *word;
    enum isolation isolation;
} isolations[] = {
    { "isolation=auto", ISOLATION_AUTO },
    { "isolation=namespace", ISOLATION_NAMESPACE },
    { "isolation=subreaper", ISOLATION_SUBREAPER },
};

/* Whoever started the agent may have left signals ignored or blocked; a trace starts with none. */
static void reset_signals(void)
{
    sigset_t none;

    for (int signal_number = 1; signal_number < 32; signal_number++)
        signal(signal_number, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void forbid_core_files(void)
{
    struct rlimit none = { 0, 0 };

    setrlimit(RLIMIT_CORE, &none);
}

/*
 * Waits for `start VERSION isolation=KIND`. It must not read further: the rest is the
 * coordinator's.
 */
static int start(void)
{
    struct request request;
    int version;

    if (!wire_read(&request, false))
        return EXIT_SUCCESS;
    if (request.count != 3 || strcmp(request.words[0], "start") != 0
        || !number_by_text(request.words[1], &version))
        return wire_refuse("the first request", "it is not `start VERSION isolation=KIND`");
    if (version != PROTOCOL_VERSION)
        return wire_refuse("this version of the protocol", "it speaks another");
    for (size_t i = 0; i < sizeof isolations / sizeof isolations[0]; i++)
        if (strcmp(request.words[2], isolations[i].word) == 0)
            return isolation_guard(isolations[i].isolation, coordinate);
    return wire_refuse("this kind of isolation", "there is none of that name");
}

static int refuse_few_descriptors(void)
{
    char why[80];

    snprintf(why, sizeof why, "it needs %d descriptors, and `ulimit -n` allows fewer", FD_END);
    return wire_refuse("to start", why);
}

int main(int count, char **words)
{
    if (count == 5 && strcmp(words[1], SERVE_WORD) == 0)
        serve_after_exec(words);
    if (count > 1) {
        fprintf(stderr, "usage: %s, with requests on standard input; see docs/agent-protocol.md\n",
                words[0]);
        return EXIT_USAGE;
    }
    if (!descriptors_raise_limit())
        return refuse_few_descriptors();
    forbid_core_files();
    reset_signals();
    if (serve_keep_program(words[0]) != 0) {
        fprintf(stderr, "%s: its own executable cannot be opened: %s\n", words[0], strerror(errno));
        return EXIT_FAILURE;
    }
    return start();
}
