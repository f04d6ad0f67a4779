import { hint } from "./nearest.js";
/**
 * The signals of the component's interface, as they are written and in its order. A missing or
 * foreign one does not compile.
 */
const known = {
    SIGHUP: "ends",
    SIGINT: "ends",
    SIGQUIT: "ends",
    SIGILL: "ends",
    SIGTRAP: "ends",
    SIGABRT: "ends",
    SIGBUS: "ends",
    SIGFPE: "ends",
    SIGKILL: "ends",
    SIGUSR1: "ends",
    SIGSEGV: "ends",
    SIGUSR2: "ends",
    SIGPIPE: "ends",
    SIGALRM: "ends",
    SIGTERM: "ends",
    SIGCHLD: "nothing",
    SIGCONT: "continues",
    SIGSTOP: "stops",
    SIGTSTP: "stops",
    SIGTTIN: "stops",
    SIGTTOU: "stops",
    SIGURG: "nothing",
    SIGXCPU: "ends",
    SIGXFSZ: "ends",
    SIGVTALRM: "ends",
    SIGPROF: "ends",
    SIGWINCH: "nothing",
    SIGIO: "differs",
    SIGPWR: "differs",
    SIGSYS: "ends",
};
const actions = new Map(Object.entries(known));
const places = new Map(Object.keys(known).map((name, place) => [name, place]));
/** Every signal a trace may use. */
export const signals = [...actions.keys()].filter((name) => actions.get(name) !== "differs");
/** Every signal there is a name for. */
export const namedSignals = [...actions.keys()];
/** What a signal does by default; undefined if there is none of that name. */
export function defaultActionOf(name) {
    return actions.get(name);
}
/** No process can catch, ignore or block it. */
export function isFixed(name) {
    return name === "SIGKILL" || name === "SIGSTOP";
}
/** The signals in the order of the component's interface, which is the one they are written in. */
export function sortedSignals(names) {
    return [...names].sort((a, b) => placeOf(a) - placeOf(b));
}
/** The place of a signal in the component's interface. */
export function placeOf(name) {
    return places.get(name) ?? places.size;
}
/** What is wrong with a word as the name of a signal; undefined if nothing is. */
export function signalComplaint(word) {
    switch (actions.get(word)) {
        case undefined:
            return `\`${word}\` is not a signal${hint(word, signals)}`;
        case "differs":
            return `\`${word}\` is not for traces: some systems end a process by it and others ignore it`;
        default:
            return undefined;
    }
}
/** What is wrong with a signal as the one that ended or stopped a process. */
export function actionComplaint(word, action) {
    const complaint = signalComplaint(word);
    if (complaint !== undefined || actions.get(word) === action)
        return complaint;
    return `\`${word}\` never ${action} a process`;
}
/** What is wrong with a signal as one whose handler ran. */
export function caughtComplaint(word) {
    return isFixed(word) ? `\`${word}\` cannot be caught` : signalComplaint(word);
}
