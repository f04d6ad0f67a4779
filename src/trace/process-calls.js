import { flagsOf } from "./definition.js";
import { UNDEFINED_OPTION, waitOptions } from "./wait-kinds.js";
/** Processes, groups and sessions. */
export const processCalls = {
    fork: { parameters: [], gives: "id", binds: "process", syscall: () => ({ tag: "fork" }) },
    execve: {
        parameters: [{ name: "path", kind: "missing", optional: true }],
        gives: "zero",
        syscall: (given) => ({ tag: "execve", val: given.has(0) ? "missing" : "present" }),
    },
    _exit: {
        parameters: [{ name: "status", kind: "status" }],
        gives: "nothing",
        syscall: (given) => ({ tag: "exit", val: given.number(0) }),
    },
    wait: { parameters: [], gives: "report", sleeps: true, syscall: () => ({ tag: "wait" }) },
    waitpid: {
        parameters: [
            { name: "pid", kind: "selector" },
            { name: "options", kind: "options" },
        ],
        gives: "report",
        sleeps: true,
        syscall: (given) => ({
            tag: "waitpid",
            val: { selector: given.id(0), options: chosenOptions(given, 1) },
        }),
    },
    waitid: {
        parameters: [
            { name: "idtype", kind: "idtype" },
            { name: "id", kind: "child" },
            { name: "options", kind: "waitid" },
        ],
        gives: "siginfo",
        sleeps: true,
        conflict: (given) => idKind(given, 0) === "all" && given.id(1) !== 0
            ? { index: 1, message: "with P_ALL the id is 0" }
            : undefined,
        syscall: (given) => ({
            tag: "waitid",
            val: { kind: idKind(given, 0), id: given.id(1), options: chosenOptions(given, 2) },
        }),
    },
    getpid: { parameters: [], gives: "id", syscall: () => ({ tag: "getpid" }) },
    getppid: { parameters: [], gives: "id", syscall: () => ({ tag: "getppid" }) },
    getpgrp: { parameters: [], gives: "id", syscall: () => ({ tag: "getpgrp" }) },
    getpgid: {
        parameters: [{ name: "pid", kind: "process" }],
        gives: "id",
        syscall: (given) => ({ tag: "getpgid", val: given.id(0) }),
    },
    getsid: {
        parameters: [{ name: "pid", kind: "process" }],
        gives: "id",
        syscall: (given) => ({ tag: "getsid", val: given.id(0) }),
    },
    setpgid: {
        parameters: [
            { name: "pid", kind: "process" },
            { name: "pgid", kind: "group" },
        ],
        gives: "zero",
        syscall: (given) => ({ tag: "setpgid", val: { process: given.id(0), group: given.id(1) } }),
    },
    setsid: { parameters: [], gives: "id", syscall: () => ({ tag: "setsid" }) },
    setresuid: {
        parameters: [
            { name: "ruid", kind: "uid" },
            { name: "euid", kind: "uid" },
            { name: "suid", kind: "uid" },
        ],
        gives: "zero",
        syscall: (given) => ({
            tag: "setresuid",
            val: { real: given.number(0), effective: given.number(1), saved: given.number(2) },
        }),
    },
    prctl: {
        parameters: [
            { name: "option", kind: "subreaper" },
            { name: "on", kind: "switch" },
        ],
        gives: "zero",
        syscall: (given) => ({ tag: "set-child-subreaper", val: given.number(1) === 1 }),
    },
    pthread_create: {
        parameters: [],
        gives: "id",
        binds: "thread",
        syscall: () => ({ tag: "pthread-create" }),
    },
};
function chosenOptions(given, index) {
    if (given.number(index) === UNDEFINED_OPTION)
        return { unknown: true };
    return flagsOf(given.words(index), waitOptions);
}
const idTypes = new Map([
    ["P_PID", "pid"],
    ["P_PGID", "pgid"],
    ["P_ALL", "all"],
]);
function idKind(given, index) {
    return idTypes.get(given.words(index)[0] ?? "") ?? "all";
}
