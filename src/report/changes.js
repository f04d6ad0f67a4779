import { statusOf } from "../names.js";
/** How each change that a step makes in a kernel reads, with names for numbers. */
const sentences = {
    died: ({ process, status }, { name }) => `${name(process)} dies, ${ending(status)}`,
    resumed: ({ process }, { name }) => `the call in which ${name(process)} sleeps ends`,
    forked: (process, { name }) => `${name(process)} is made`,
    execed: (process, { name }) => `${name(process)} runs another program, and remembers that it did`,
    moved: ({ process, group }, { name }) => `${name(process)} moves to the group ${name(group)}`,
    "led-session": (process, { name }) => `${name(process)} leads a new session, and a new group in it`,
    generated: ({ signal, process }, { name }) => `${upper(signal)} is sent to ${name(process)}`,
    discarded: ({ signal, process }, { name }) => `${upper(signal)} has no effect on ${name(process)}`,
    reparented: ({ process, parent }, { name }) => `${name(process)} is now a child of ${name(parent)}`,
    zombified: (process, { name }) => `${name(process)} is a zombie: dead, and not yet reaped`,
    reaped: ({ process, by }, { name }) => `${name(process)} is reaped by ${name(by)}`,
    woken: (process, { name }) => `${name(process)} wakes and looks whether its call can end`,
    "started-thread": (process, { name }) => `${name(process)} starts a second thread`,
    "changed-subreaper": (process, { name }) => `${name(process)} changes whether orphaned descendants come to it`,
    caught: ({ signal, process }, { name }) => `${name(process)} handles ${upper(signal)}`,
    stopped: ({ signal, process }, { name }) => `${name(process)} is stopped by ${upper(signal)}`,
    continued: (process, { name }) => `${name(process)} is continued`,
    pending: ({ signal, process }, { name }) => `${upper(signal)} is pending for ${name(process)}`,
    "changed-disposition": ({ signal, process }, { name }) => `${name(process)} changes what ${upper(signal)} does to it`,
    "changed-mask": (process, { name }) => `${name(process)} changes which signals it blocks`,
    "changed-user": (process, { name }) => `${name(process)} changes its user`,
    orphaned: (group, { name }) => `the group ${name(group)} is orphaned, and has a stopped member`,
    opened: (event, named) => pair(event, named, "opens"),
    closed: (event, named) => pair(event, named, "closes"),
    acquired: (event, named) => pair(event, named, "gets the controlling terminal"),
    lost: (event, named) => pair(event, named, "loses the controlling terminal"),
    "changed-foreground": ({ terminal: number, group }, { name, terminal }) => group === 0
        ? `${terminal(number)} has no foreground group any more`
        : `${name(group)} is now the foreground group of ${terminal(number)}`,
    "changed-terminal": (event, named) => pair(event, named, "changes TOSTOP of"),
    typed: (event, named) => pair(event, named, "types at"),
    "hung-up": ({ terminal: number }, { terminal }) => `${terminal(number)} is hung up: its descriptors are dead`,
    revoked: ({ terminal: number }, { terminal }) => `${terminal(number)} is revoked: its descriptors are dead, and it can be opened again`,
};
function upper(name) {
    return name.toUpperCase();
}
function ending(status) {
    const told = statusOf(status);
    if (told.kind === "exited")
        return `exited ${told.code}`;
    return told.kind === "killed" ? `killed by ${told.signal}` : told.kind;
}
/** What a process does to a terminal. */
function pair(event, { name, terminal }, does) {
    return `${name(event.process)} ${does} ${terminal(event.terminal)}`;
}
/** One change that a step made, as a sentence without its full stop. */
export function changeText(change, names) {
    const tell = sentences[change.tag];
    return tell(change.val, {
        name: (pid) => names.nameOf(pid),
        terminal: (number) => names.terminalOf(number),
    });
}
