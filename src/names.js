import { NONE, signatures, sortedSignals } from "./trace/index.js";
import { placeOf } from "./trace/signals.js";
/**
 * Which number each name has, in one world. A value of this class never changes: `bind` gives
 * another one, so that worlds that part after a step keep their own numbers. Terminals are numbered
 * apart from processes and threads, but no two things have the same name.
 */
export class Names {
    numbers;
    names;
    terminals;
    constructor(numbers, names, terminals) {
        this.numbers = numbers;
        this.names = names;
        this.terminals = terminals;
    }
    static of(start) {
        let names = new Names(new Map(), new Map(), new Map());
        for (const [name, number] of Object.entries(start))
            names = names.bind(name, number);
        return names;
    }
    /** The same names, and this one. The newest name of a number is the one it is shown by. */
    bind(name, number, standing = "process") {
        const { names, terminals } = this;
        const isTerminal = standing === "terminal";
        return new Names(new Map(this.numbers).set(name, number), isTerminal ? names : new Map(names).set(number, name), isTerminal ? new Map(terminals).set(number, name) : terminals);
    }
    has(name) {
        return this.numbers.has(name);
    }
    /** @throws {RangeError} if the name was never bound: its fork failed, or was not run. */
    numberOf(name) {
        const number = this.numbers.get(name);
        if (number === undefined)
            throw new RangeError(`${name} has no number`);
        return number;
    }
    /** The name of a process or thread with this number, or the number itself. */
    nameOf(number) {
        return this.names.get(number) ?? String(number);
    }
    /** The name of the terminal with this number, or the number itself. */
    terminalOf(number) {
        return this.terminals.get(number) ?? String(number);
    }
    /** The same text for the same names with the same numbers, bound in the same order. */
    get key() {
        return [...this.numbers].join();
    }
}
/** `killed(sigterm)` as a trace has it: `killed SIGTERM`. */
export function statusOf(status) {
    switch (status.tag) {
        case "exited":
            return { kind: "exited", code: status.val };
        case "killed":
        case "stopped":
            return { kind: status.tag, signal: status.val.toUpperCase() };
        case "continued":
            return { kind: "continued" };
    }
}
function endingOf(status) {
    const ending = statusOf(status);
    if (ending.kind === "exited" || ending.kind === "killed")
        return ending;
    throw new RangeError(`nobody dies of being ${ending.kind}`);
}
/** @param name the call that was made */
function answerOfCompletion(completion, names, name) {
    switch (completion.tag) {
        case "returned":
            return { kind: "value", value: numberText(completion.val, names, name) };
        case "reported":
            return {
                kind: "report",
                child: names.nameOf(completion.val.child),
                status: statusOf(completion.val.status),
            };
        case "refused":
            return { kind: "error", errno: completion.val.errno.toUpperCase() };
        case "listed":
            return { kind: "set", signals: signalsIn(completion.val) };
        case "disposed":
            return { kind: "value", value: completion.val };
        case "untouched":
            return { kind: "value", value: completion.tag };
    }
}
/** A number that a call returned, by name if it is that of something. */
function numberText(value, names, name) {
    const signature = signatures.get(name);
    if (signature?.binds === "terminal")
        return names.terminalOf(value);
    const isId = signature?.gives === "id" || signature?.gives === "foreground";
    return isId ? names.nameOf(value) : String(value);
}
/** The signals of a set by their names, in order. */
export function signalsIn(set) {
    const members = Object.entries(set).filter(([, isMember]) => isMember);
    return sortedSignals(members.map(([signal]) => signal.toUpperCase()));
}
/**
 * What a call gave, with names for numbers.
 *
 * @param name the call that was made
 */
export function answerOf(outcome, names, name) {
    return outcome.tag === "completed"
        ? answerOfCompletion(outcome.val, names, name)
        : { kind: outcome.tag };
}
/** What a program could see of the effects of a step, in order. */
export function visibleEffects(effects, scene) {
    const { names, stops } = scene;
    const at = (kind) => (process) => ({ kind, process: names.nameOf(process) });
    return inOrder([
        ...effects.flatMap((effect) => visibleEffect(effect, scene) ?? []),
        ...stops.stopped.map(at("stopped")),
        ...stops.continued.map(at("continued")),
    ]);
}
function visibleEffect(effect, { names, exiting, sleepsIn }) {
    if (effect.tag !== "died" && effect.tag !== "resumed" && effect.tag !== "caught")
        return undefined;
    const process = names.nameOf(effect.val.process);
    if (effect.tag === "caught")
        return { kind: "caught", process, signal: effect.val.signal.toUpperCase() };
    if (effect.tag === "resumed") {
        const name = sleepsIn(effect.val.process);
        const answer = answerOfCompletion(effect.val.completion, names, name);
        return { kind: "resumed", process, function: name, answer };
    }
    const status = endingOf(effect.val.status);
    return process === exiting && status.kind === "exited"
        ? undefined
        : { kind: "died", process, status };
}
/** What is seen of one process, in the order in which it is written down. */
const ranks = ["caught", "resumed", "stopped", "continued", "died"];
/**
 * The effects of a step as they are written and compared: sorted by process, and for one process by
 * kind, since nobody can see in which order they came. A handler is seen once, however often it
 * ran.
 */
export function inOrder(effects) {
    const sorted = [...effects].sort(compared);
    return sorted.filter((effect, i) => {
        const before = sorted[i - 1];
        return effect.kind !== "caught" || !before || compared(before, effect) !== 0;
    });
}
function compared(a, b) {
    if (a.process !== b.process)
        return a.process < b.process ? -1 : 1;
    const rank = ranks.indexOf(a.kind) - ranks.indexOf(b.kind);
    if (rank !== 0 || a.kind !== "caught" || b.kind !== "caught")
        return rank;
    return placeOf(a.signal) - placeOf(b.signal);
}
/** The row of a process, with names for numbers. */
export function rowOf(process, names) {
    const { terminal, foreground } = process;
    return {
        name: names.nameOf(process.pid),
        parent: names.nameOf(process.parent),
        group: names.nameOf(process.group),
        session: names.nameOf(process.session),
        state: process.state,
        terminal: terminal === undefined ? NONE : names.terminalOf(terminal),
        foreground: foreground === 0 ? NONE : names.nameOf(foreground),
    };
}
