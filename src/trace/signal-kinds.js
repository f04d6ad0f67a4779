import { INT_MAX, INT_MIN, numberComplaint } from "./ids.js";
import { argumentText, oneOf, wordsComplaint, wordsOf } from "./kind.js";
import { signalComplaint, signals } from "./signals.js";
/** Where signal numbers may lie: a number outside is invalid on every kernel. */
const lastSignal = 128;
const signal = {
    wants: "a signal by name, 0, or a number no kernel gives to a signal (negative or above 128)",
    words: signals,
    complaint(argument) {
        if (argument.kind !== "number")
            return nameComplaint(wordsOf(argument), argumentText(argument));
        if (argument.value < INT_MIN || argument.value > INT_MAX)
            return numberComplaint(argument.value);
        if (argument.value <= 0 || argument.value > lastSignal)
            return undefined;
        return `signal ${argument.value} differs between kernels: write its name`;
    },
};
const signame = {
    wants: "a signal by name",
    words: signals,
    complaint: (argument) => nameComplaint(wordsOf(argument), argumentText(argument)),
};
function nameComplaint([word, ...more], text) {
    if (word === undefined || more.length > 0)
        return `\`${text}\` is not one signal`;
    return signalComplaint(word);
}
/** What `sigaction` can set, as a trace and the component have it. */
export const actions = ["default", "ignore", "catch"];
/** The flags of `sigaction`, and what the component calls them. */
export const actionFlags = new Map([
    ["SA_RESTART", "restart"],
    ["SA_NOCLDSTOP", "nocldstop"],
    ["SA_NOCLDWAIT", "nocldwait"],
    ["SA_RESETHAND", "resethand"],
]);
/** In place of an action: what is asked for is the one that is set. */
export const QUERY = "NULL";
/** What a C program writes, and how a trace says it. */
const inC = new Map([
    ["SIG_DFL", "default"],
    ["SIG_IGN", "ignore"],
]);
const action = {
    wants: `${QUERY}, or one of ${actions.join(", ")}, with flags as in \`catch|SA_RESTART\``,
    words: [QUERY, ...actions, ...actionFlags.keys()],
    complaint(argument) {
        const [first, ...flags] = wordsOf(argument);
        if (first === QUERY && flags.length === 0)
            return undefined;
        const meant = inC.get(first ?? "");
        if (meant !== undefined)
            return `\`${first}\` is written \`${meant}\` in a trace`;
        if (!actions.some((known) => known === first))
            return `\`${first ?? argumentText(argument)}\` is not what a signal can be set to`;
        return wordsComplaint(flags, [...actionFlags.keys()], "a flag of sigaction");
    },
};
/** What `sigprocmask` can do, and what the component calls it. */
export const maskChanges = new Map([
    ["SIG_BLOCK", "block"],
    ["SIG_UNBLOCK", "unblock"],
    ["SIG_SETMASK", "set"],
]);
const set = {
    wants: "signals in braces, as in `{SIGCHLD, SIGTSTP}`",
    words: signals,
    complaint(argument) {
        if (argument.kind !== "set")
            return `\`${argumentText(argument)}\` is not a set of signals`;
        return setComplaint(argument.words);
    },
};
/** What is wrong with the signals of a set; undefined if nothing is. */
export function setComplaint(words) {
    const wrong = words.map(signalComplaint).find((complaint) => complaint !== undefined);
    return wrong ?? wordsComplaint(words, signals, "a signal");
}
/** The kinds of parameters that are about signals. */
export const signalKinds = {
    signal,
    signame,
    action,
    mask: oneOf(...maskChanges.keys()),
    set,
};
