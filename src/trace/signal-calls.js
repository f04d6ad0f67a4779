import { flagsOf } from "./definition.js";
import { actionFlags, actions, maskChanges, QUERY } from "./signal-kinds.js";
/** Signals: sending them, and what becomes of them. */
export const signalCalls = {
    kill: {
        parameters: [
            { name: "pid", kind: "target" },
            { name: "sig", kind: "signal" },
        ],
        gives: "zero",
        sleeps: true,
        syscall: (given) => ({
            tag: "kill",
            val: { target: given.id(0), signal: signalArgument(given, 1) },
        }),
    },
    raise: {
        parameters: [{ name: "sig", kind: "signal" }],
        gives: "zero",
        sleeps: true,
        syscall: (given) => ({ tag: "raise", val: signalArgument(given, 0) }),
    },
    sigaction: {
        parameters: [
            { name: "sig", kind: "signame" },
            { name: "act", kind: "action" },
        ],
        gives: "zero",
        unless: { word: QUERY, gives: "disposition" },
        syscall(given) {
            const words = given.words(1);
            return {
                tag: "sigaction",
                val: {
                    signal: signalNamed(given.words(0)[0] ?? ""),
                    action: actions.find((action) => action === words[0]) ?? "query",
                    flags: flagsOf(words, actionFlags),
                },
            };
        },
    },
    sigprocmask: {
        parameters: [
            { name: "how", kind: "mask" },
            { name: "set", kind: "set" },
        ],
        gives: "zero",
        sleeps: true,
        syscall: (given) => ({
            tag: "sigprocmask",
            val: { how: maskChanges.get(given.words(0)[0] ?? "") ?? "block", set: signalSet(given, 1) },
        }),
    },
    sigpending: { parameters: [], gives: "set", syscall: () => ({ tag: "sigpending" }) },
    sigsuspend: {
        parameters: [{ name: "mask", kind: "set" }],
        gives: "failure",
        sleeps: true,
        syscall: (given) => ({ tag: "sigsuspend", val: signalSet(given, 0) }),
    },
    pause: { parameters: [], gives: "failure", sleeps: true, syscall: () => ({ tag: "pause" }) },
};
function signalNamed(word) {
    return word.toLowerCase();
}
function signalArgument(given, index) {
    const [word] = given.words(index);
    if (word !== undefined)
        return { tag: "named", val: signalNamed(word) };
    const value = given.number(index);
    return value === 0 ? { tag: "probe" } : { tag: "invalid", val: value };
}
function signalSet(given, index) {
    return Object.fromEntries(given.words(index).map((word) => [signalNamed(word), true]));
}
