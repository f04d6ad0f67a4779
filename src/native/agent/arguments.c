/* Reads the arguments of one call. */
#include "platform.h"

#include "trace.h"

#include "descriptors.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

bool trace_read_process(struct trace *trace, const char *word, struct argument *argument)
{
    if (number_by_text(word, &argument->number))
        return true;
    argument->negated = word[0] == '-';
    argument->name = trace_name(trace, word + argument->negated);
    if (argument->name == NAME_UNUSED)
        trace->wants_unused = true;
    return argument->name >= 0;
}

static bool read_signal(struct trace *trace, const char *word, struct argument *argument)
{
    if (number_by_text(word, &argument->number)) {
        if (argument->number > 0 && argument->number <= 128)
            return trace_fault(trace, "signal %s has to be given by its name", word);
        return true;
    }
    argument->number = signal_by_name(word);
    return argument->number >= 0 || trace_fault(trace, "this system has no signal %s", word);
}

/* `{SIGCHLD,SIGTSTP}`, or `{}`. */
static bool read_set(struct trace *trace, char *word, struct argument *argument)
{
    size_t length = strlen(word);
    signal_set set = 0;

    if (length < 2 || word[0] != '{' || word[length - 1] != '}')
        return trace_fault(trace, "%s is not a set of signals", word);
    word[length - 1] = '\0';
    for (char *name = strtok(word + 1, ","); name; name = strtok(NULL, ",")) {
        int number = signal_by_name(name);

        if (number <= 0 || number >= SIGNAL_END)
            return trace_fault(trace, "this system has no signal %s", name);
        set |= (signal_set)1 << number;
    }
    memcpy(&argument->number, &set, sizeof set);
    return true;
}

/* `tty`, `tty.master` or `/dev/tty`, as far as a call takes them. */
static bool read_terminal(struct trace *trace, char kind, char *word, struct argument *argument)
{
    char *dot = strchr(word, '.');

    if (kind != ARGUMENT_TERMINAL && strcmp(word, "/dev/tty") == 0) {
        argument->number = FD_DEV_TTY;
        return true;
    }
    argument->part = dot ? PART_MASTER : PART_SLAVE;
    if (dot && (kind != ARGUMENT_END || strcmp(dot, ".master") != 0))
        return trace_fault(trace, "%s is not a terminal for this call", word);
    if (dot)
        *dot = '\0';
    argument->name = trace_name(trace, word);
    return argument->name >= 0;
}

/* The character that an escape stands for, and how long it is behind its backslash; 0 if none. */
static int unescape(const char *text, char *character)
{
    char digits[3] = { 0 };
    char *end;

    switch (text[0]) {
    case 'n':
        *character = '\n';
        return 1;
    case '\\':
    case '"':
        *character = text[0];
        return 1;
    case 'x':
        memcpy(digits, text + 1, strnlen(text + 1, 2));
        *character = (char)strtol(digits, &end, 16);
        return end == digits + 2 ? 3 : 0;
    default:
        return 0;
    }
}

/* Takes the text out of its quotes, in place. Returns its length, or -1. */
static int unquote(char *word)
{
    size_t length = strlen(word), taken = 0;

    if (length < 2 || word[0] != '"' || word[length - 1] != '"')
        return -1;
    for (size_t i = 1; i < length - 1; i++) {
        int skipped = 0;

        word[taken] = word[i];
        if (word[i] == '\\' && (skipped = unescape(word + i + 1, &word[taken])) == 0)
            return -1;
        taken++;
        i += (size_t)skipped;
    }
    return (int)taken;
}

static bool keep_text(struct trace *trace, struct step *step, const char *text, int length)
{
    size_t end = trace->texts_length + (size_t)length;

    if (end > trace->texts_room) {
        size_t room = 2 * end + 4096;
        char *grown = realloc(trace->texts, room);

        if (!grown)
            return trace_fault(trace, "no memory for the texts");
        trace->texts = grown;
        trace->texts_room = room;
    }
    memcpy(trace->texts + trace->texts_length, text, (size_t)length);
    step->text = trace->texts_length;
    step->length = length;
    trace->texts_length = end;
    return true;
}

static bool read_text(struct trace *trace, struct step *step, char *word)
{
    int length = unquote(word);

    if (length <= 0 || length > MAX_TEXT)
        return trace_fault(trace, "a text has to stand in quotes, and has 1 to %d characters",
                           MAX_TEXT);
    return keep_text(trace, step, word, length);
}

static bool read_argument(struct trace *trace, struct step *step, int place, char kind, char *word)
{
    struct argument *argument = &step->arguments[place];

    switch (kind) {
    case ARGUMENT_PROCESS:
        return trace_read_process(trace, word, argument);
    case ARGUMENT_SIGNAL:
        return read_signal(trace, word, argument);
    case ARGUMENT_SET:
        return read_set(trace, word, argument);
    case ARGUMENT_END:
    case ARGUMENT_SLAVE:
    case ARGUMENT_TERMINAL:
        return read_terminal(trace, kind, word, argument);
    case ARGUMENT_TEXT:
        return read_text(trace, step, word);
    case ARGUMENT_NUMBER:
        return number_by_text(word, &argument->number)
               || trace_fault(trace, "%s is not a number", word);
    default:
        return words_by_name(kind, word, &argument->number)
               || trace_fault(trace, "%s knows no argument %s here", call_words[step->call].name,
                              word);
    }
}

bool trace_read_call(struct trace *trace, struct step *step, int count, char *const *words)
{
    const char *name = call_words[step->call].name;
    bool optional = false;
    int given = 0;

    for (const char *kind = call_words[step->call].arguments; *kind != '\0'; kind++) {
        if (*kind == '?') {
            optional = true;
        } else if (given < count) {
            if (!read_argument(trace, step, given, *kind, words[given]))
                return false;
            given++;
        } else if (!optional) {
            return trace_fault(trace, "%s has too few arguments", name);
        }
    }
    if (given < count
        && (step->call == CALL_FORK || step->call == CALL_PTHREAD_CREATE
            || step->call == CALL_OPENPTY))
        step->binds = trace_name(trace, words[given++]);
    return given == count || trace_fault(trace, "%s has too many arguments", name);
}
