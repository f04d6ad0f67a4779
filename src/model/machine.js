import { instantiate } from "./instance.js";
/** The numbers that every machine boots with, and one that it never gives out. */
export const BOOT_PIDS = { unused: 32000, outside: 1, init: 2 };
/** The least and the largest number of processes a machine can have at a time. */
export const CAPACITY = { min: 4, max: 250 };
let shared;
/**
 * A machine for at most `capacity` processes at a time.
 *
 * @throws {RangeError} if the profile is not complete, or the capacity is out of range
 */
export function boot(profile, capacity) {
    if (!Number.isInteger(capacity))
        throw new RangeError(`the capacity must be a whole number, not ${capacity}`);
    shared ??= instantiate();
    try {
        return shared.machine.Kernel.boot(profile, capacity);
    }
    catch (error) {
        if (error instanceof Error && "payload" in error)
            throw new RangeError(String(error.payload));
        throw error;
    }
}
const machines = new WeakMap();
/**
 * The machine that runs everything of this profile, for at least `capacity` processes at a time. To
 * boot one costs much more than a step, and a state says all there is to say.
 */
export function machineFor(profile, capacity) {
    const sizes = machines.get(profile) ?? new Map();
    machines.set(profile, sizes);
    const size = Math.min(CAPACITY.max, 2 ** Math.ceil(Math.log2(Math.max(CAPACITY.min, capacity))));
    const machine = sizes.get(size) ?? new Machine(profile, size);
    sizes.set(size, machine);
    return machine;
}
/** A machine whose state is passed in and out, so that many states can share it. */
export class Machine {
    kernel;
    /** The state at boot. */
    start;
    constructor(profile, capacity) {
        this.kernel = boot(profile, capacity);
        this.start = this.kernel.snapshot();
    }
    /** Every step that the profile allows for this call in this state. */
    possible(state, caller, syscall) {
        this.kernel.restore(state);
        return this.kernel.possible(caller, syscall);
    }
    processes(state) {
        this.kernel.restore(state);
        return this.kernel.processes();
    }
    /** What only the processes themselves could tell, in the order of `processes`. */
    interiors(state) {
        this.kernel.restore(state);
        return this.kernel.interiors();
    }
    terminals(state) {
        this.kernel.restore(state);
        return this.kernel.terminals();
    }
    /** The state in which the next process gets this number, or the next free one after it. */
    withNextPid(state, pid) {
        this.kernel.restore(state);
        this.kernel.nextPid(pid);
        return this.kernel.snapshot();
    }
    /**
     * The state of a kernel that has come here and answers the question so from here on; both by
     * their places in the catalogue.
     */
    answering(state, question, alternative) {
        this.kernel.restore(state);
        this.kernel.answer(question, alternative);
        return this.kernel.snapshot();
    }
    /**
     * The state with what was observed of its processes; undefined if the machine cannot be in it.
     */
    adopt(state, processes) {
        this.kernel.restore(state);
        return this.kernel.adopt(processes) ? this.kernel.snapshot() : undefined;
    }
}
