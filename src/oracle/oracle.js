import { branchesFrom, capacityFor, keyOf, rowsOf, startOf, textOf, } from "../model/branch.js";
import { directed } from "../model/direct.js";
import { machineFor } from "../model/machine.js";
import { NONE, UNSEEN } from "../trace/index.js";
import { blockOf } from "./interleave.js";
import { interleave } from "./interleavings.js";
/** More kernels than these are not followed. */
export const WORLDS_MAX = 4096;
/** More ways of one step than these for each kernel that may be followed are not listed. */
const WAYS_FACTOR = 4;
/**
 * The set of kernels that a profile allows and that nothing observed so far has ruled out. Under a
 * kernel's own profile they differ in what its scheduler may do; under `posix` also in how they
 * answer what the standard leaves open.
 */
export class Oracle {
    most;
    machine;
    capacity;
    worlds;
    /**
     * The model could not list every way a step can go, or not follow every kernel: it says so rather
     * than drop some silently. Those that are left are possible, but they are not all.
     */
    bounded = false;
    /** @param most more kernels than these are not followed */
    constructor(trace, profile, most = WORLDS_MAX) {
        this.most = most;
        this.capacity = capacityFor(trace);
        this.machine = machineFor(profile, this.capacity);
        this.worlds = [startOf(this.machine)];
    }
    /** How many kernels are possible. */
    get size() {
        return this.worlds.length;
    }
    /**
     * Every way the step can go; those that look alike and lead to equal states are one. The set
     * stays as it is.
     */
    branches(step) {
        const found = new Map();
        for (const world of this.worlds) {
            const { branches, complete } = branchesFrom(this.machine, world, step);
            for (const branch of branches) {
                const key = `${textOf(branch)}\0${keyOf(branch)}`;
                if (!found.has(key))
                    found.set(key, branch);
            }
            const tooMany = found.size > WAYS_FACTOR * this.most;
            this.bounded ||= !complete || tooMany;
            if (tooMany)
                break;
        }
        return [...found.values()];
    }
    /**
     * Every order of a block; the set stays as it is.
     *
     * @param only the one order that is wanted
     */
    interleavings(parallel, only) {
        const { block, worlds } = this.at(parallel);
        const found = interleave(block, worlds, { only });
        this.bounded ||= !found.complete;
        return found;
    }
    /** The block as it begins here, and every kernel that may have come to it. */
    at(parallel) {
        return { block: blockOf(this.machine, parallel), worlds: this.worlds };
    }
    /**
     * Every way the step could go from here if the kernels had the rules of another profile from now
     * on. What they answer to questions they keep.
     */
    branchesUnder(rules, step) {
        const machine = machineFor(rules, this.capacity);
        return this.worlds.flatMap((world) => branchesFrom(machine, world, step).branches);
    }
    /** Goes on with these kernels only. How they came to their states matters no more. */
    keep(worlds) {
        const different = [...new Map(worlds.map((world) => [keyOf(world), world])).values()];
        this.bounded ||= different.length > this.most;
        this.worlds = different.slice(0, this.most);
    }
    /** Follows an instruction of the trace. */
    direct(directive) {
        this.worlds = this.worlds.map((world) => directed(this.machine, world, directive));
    }
    /** Goes on with kernels that answer a question so from here on, whatever they answered before. */
    answer(question, alternative) {
        const answering = ({ state }) => this.machine.answering(state, question, alternative);
        this.keep(this.worlds.map((world) => ({ ...world, state: answering(world) })));
    }
    /** The processes of the trace, sorted by name. */
    rows(world) {
        return rowsOf(this.machine, world);
    }
    /**
     * Goes on from what was observed, though no kernel of the set would have done it.
     *
     * @param branches the ways that come closest: which of them the kernel was on is not known
     * @returns false if the model cannot be brought into the state observed
     */
    adopt(branches, rows) {
        const worlds = branches.flatMap((branch) => this.adopted(branch, rows) ?? []);
        if (worlds.length > 0)
            this.keep(worlds);
        return worlds.length > 0;
    }
    /** The kernel after this way, as it was observed; undefined if it cannot be like that. */
    adopted(branch, rows) {
        const known = this.machine.processes(branch.state);
        const observed = rows.map((row) => processOf(row, branch.names, known));
        if (!observed.every((process) => process !== undefined))
            return undefined;
        const state = this.machine.adopt(branch.state, observed);
        if (!state)
            return undefined;
        const stopped = observed.filter((process) => process.state === "stopped");
        return { ...branch, state, stopped: new Set(stopped.map(({ pid }) => pid)) };
    }
}
/** The row with the model's numbers; undefined if it names somebody the model does not know. */
function processOf(row, names, known) {
    const process = known.find(({ pid }) => pid === numberOf(names, row.name));
    const [parent, group, session] = [row.parent, row.group, row.session].map((name) => numberOf(names, name));
    if (!process || parent === undefined || group === undefined || session === undefined)
        return undefined;
    const placed = { ...process, parent, group, session, state: row.state };
    return row.terminal === UNSEEN ? placed : onTerminal(placed, row, names);
}
/** The process with the terminal of the row; undefined if the model does not know that. */
function onTerminal(process, row, names) {
    const { terminal: _, ...without } = process;
    const foreground = row.foreground === NONE ? 0 : numberOf(names, row.foreground);
    const terminal = terminalOf(row, names);
    if (foreground === undefined || (terminal === undefined && row.terminal !== NONE))
        return undefined;
    const placed = { ...without, foreground };
    return terminal === undefined ? placed : { ...placed, terminal };
}
function numberOf(names, name) {
    return names.has(name) ? names.numberOf(name) : undefined;
}
/** Terminals have the same numbers in every world, so one without a name is known too. */
function terminalOf({ terminal }, names) {
    if (names.has(terminal))
        return names.numberOf(terminal);
    return /^\d+$/.test(terminal) ? Number(terminal) : undefined;
}
