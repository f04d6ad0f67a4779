import { answerOf, Names, rowOf, visibleEffects } from "../names.js";
import { bindingOf, printAnswer, printEffect, signatures, stepsOf, toSyscall, } from "../trace/index.js";
import { BOOT_PIDS, CAPACITY, } from "./machine.js";
/** What an outcome shows, as text: two with the same text cannot be told apart from outside. */
export function textOf({ answer, effects }) {
    return [printAnswer(answer), ...effects.map(printEffect)].join("\n");
}
/** Each byte is a character of its own. */
const decoder = new TextDecoder("latin1");
/** The same text for equal states. */
export function keyOfState(state) {
    return decoder.decode(state);
}
/** The same text for kernels that are the same, with the same names for their processes. */
export function keyOf({ state, names, asleep }) {
    const sleepers = [...asleep].map((entry) => entry.join()).sort();
    return [keyOfState(state), names.key, ...sleepers].join("\0");
}
/** The kernel at the start of a trace. */
export function startOf(machine) {
    return {
        state: machine.start,
        names: Names.of(BOOT_PIDS),
        asleep: new Map(),
        stopped: new Set(),
        schedule: [],
    };
}
/** How many processes a trace can have at a time. */
export function capacityFor(trace) {
    const forks = stepsOf(trace).filter((step) => step.call.function === "fork").length;
    return Math.min(CAPACITY.max, forks + 2);
}
/** Every way the step can go from here. `complete` is false if the model could not list them all. */
export function branchesFrom(machine, from, step) {
    const { names } = from;
    if (!isAbout(step, names))
        return { branches: [notRun(from)], complete: true };
    const syscall = toSyscall(step.call, (name) => names.numberOf(name));
    const { steps, complete } = machine.possible(from.state, names.numberOf(step.actor), syscall);
    return {
        branches: steps.map((possible) => branchOf(from, step, possible.step, possible.state)),
        complete: complete && !steps.some((possible) => isFull(possible.step)),
    };
}
/** The processes of the trace, sorted by name. */
export function rowsOf(machine, { state, names }) {
    const rows = machine.processes(state).map((process) => rowOf(process, names));
    return rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function branchOf(from, step, { outcome, rules, effects }, state) {
    const name = step.call.function;
    const names = namesAfter(from.names, step, outcome);
    const stopped = stoppedAfter(from.stopped, effects);
    const seen = visibleEffects(effects, {
        names,
        exiting: name === "_exit" ? step.actor : undefined,
        sleepsIn: (process) => from.asleep.get(process) ?? name,
        stops: stopsBetween(from.stopped, stopped, effects),
    });
    const blocked = outcome.tag === "blocked" ? names.numberOf(step.actor) : undefined;
    return {
        state,
        names,
        asleep: asleepAfter(from.asleep, effects, blocked, name),
        stopped,
        schedule: from.schedule,
        answer: answerOf(outcome, names, name),
        effects: seen,
        changes: effects,
        rules: [...rules],
    };
}
function namesAfter(names, step, outcome) {
    const bound = bindingOf(step);
    const completion = outcome.tag === "completed" ? outcome.val : undefined;
    if (bound === undefined || completion?.tag !== "returned")
        return names;
    return names.bind(bound, completion.val, signatures.get(step.call.function)?.binds);
}
function stoppedAfter(before, effects) {
    const after = new Set(before);
    for (const { tag, val } of effects) {
        if (tag === "stopped")
            after.add(val.process);
        if (tag === "continued")
            after.delete(val);
        if (tag === "died")
            after.delete(val.process);
    }
    return after;
}
/** A process that stops and goes on in one step did neither, and one that is dead does not go on. */
function stopsBetween(before, after, effects) {
    const dead = new Set(effects.flatMap(({ tag, val }) => (tag === "died" ? [val.process] : [])));
    return {
        stopped: [...after].filter((process) => !before.has(process)),
        continued: [...before].filter((process) => !after.has(process) && !dead.has(process)),
    };
}
/** What each process sleeps in, those that have come back or died left out. */
function asleepAfter(before, effects, blocked, name) {
    const after = new Map(before);
    for (const { tag, val } of effects)
        if (tag === "resumed" || tag === "died")
            after.delete(val.process);
    return blocked === undefined ? after : after.set(blocked, name);
}
/** The model has no room for another process: no kernel said so. */
function isFull({ outcome }) {
    const completion = outcome.tag === "completed" ? outcome.val : undefined;
    return completion?.tag === "refused" && completion.val.errno === "eagain";
}
/** A step whose process cannot make it is not performed. */
export function notRun(from) {
    return { ...from, answer: { kind: "not-run" }, effects: [], changes: [], rules: [] };
}
/** Whether the step is about nobody who has not been made. */
export function isAbout(step, names) {
    const mentioned = step.call.arguments.flatMap((argument) => argument.kind === "name" || argument.kind === "master" ? [argument.name] : []);
    return [step.actor, ...mentioned].every((name) => names.has(name));
}
