import { keysOf, openFlags } from "./terminal-kinds.js";
/** Terminals, as the programs on them see them, and the keyboard. */
export const terminalCalls = {
    openpty: { parameters: [], gives: "id", binds: "terminal", syscall: () => ({ tag: "openpty" }) },
    open: {
        parameters: [
            { name: "tty", kind: "slave" },
            { name: "flags", kind: "flags" },
        ],
        gives: "zero",
        syscall: (given) => ({
            tag: "open",
            val: { descriptor: given.descriptor(0), flags: openFlags(given.words(1)) },
        }),
    },
    close: {
        parameters: [{ name: "tty", kind: "tty" }],
        gives: "zero",
        syscall: (given) => ({ tag: "close", val: given.descriptor(0) }),
    },
    ioctl: {
        parameters: [
            { name: "tty", kind: "tty" },
            { name: "request", kind: "request" },
            { name: "steal", kind: "switch", optional: true },
        ],
        gives: "zero",
        sleeps: true,
        conflict: ioctlConflict,
        syscall(given) {
            const descriptor = given.descriptor(0);
            if (!acquires(given))
                return { tag: "tiocnotty", val: descriptor };
            return { tag: "tiocsctty", val: { descriptor, steal: given.number(2) === 1 } };
        },
    },
    tcgetpgrp: {
        parameters: [{ name: "tty", kind: "tty" }],
        gives: "foreground",
        syscall: (given) => ({ tag: "tcgetpgrp", val: given.descriptor(0) }),
    },
    tcsetpgrp: {
        parameters: [
            { name: "tty", kind: "tty" },
            { name: "pgid", kind: "group" },
        ],
        gives: "zero",
        sleeps: true,
        syscall: (given) => ({
            tag: "tcsetpgrp",
            val: { descriptor: given.descriptor(0), group: given.id(1) },
        }),
    },
    tcgetsid: {
        parameters: [{ name: "tty", kind: "tty" }],
        gives: "id",
        syscall: (given) => ({ tag: "tcgetsid", val: given.descriptor(0) }),
    },
    tcsetattr: {
        parameters: [
            { name: "tty", kind: "tty" },
            { name: "flag", kind: "tostop" },
        ],
        gives: "zero",
        sleeps: true,
        syscall: (given) => ({
            tag: "tcsetattr",
            val: { descriptor: given.descriptor(0), tostop: given.words(1).length > 0 },
        }),
    },
    read: {
        parameters: [
            { name: "tty", kind: "slave" },
            { name: "size", kind: "bytes" },
        ],
        gives: "count",
        sleeps: true,
        syscall: (given) => ({
            tag: "read",
            val: { descriptor: given.descriptor(0), size: given.number(1) },
        }),
    },
    write: {
        parameters: [
            { name: "tty", kind: "slave" },
            { name: "text", kind: "text" },
        ],
        gives: "count",
        sleeps: true,
        syscall: (given) => ({
            tag: "write",
            val: { descriptor: given.descriptor(0), size: given.text(1).length },
        }),
    },
    type: {
        parameters: [
            { name: "tty", kind: "terminal" },
            { name: "keys", kind: "keys" },
        ],
        gives: "count",
        sleeps: true,
        syscall: (given) => ({
            tag: "type",
            val: { terminal: given.id(0), keys: keysOf(given.text(1)) },
        }),
    },
};
function acquires(given) {
    return given.words(1)[0] === "TIOCSCTTY";
}
function ioctlConflict(given) {
    if (acquires(given) && !given.has(2))
        return { index: 1, message: "TIOCSCTTY takes 0 or 1" };
    if (acquires(given) || !given.has(2))
        return undefined;
    return { index: 2, message: "TIOCNOTTY takes no argument" };
}
