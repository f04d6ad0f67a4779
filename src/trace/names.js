import { MAX_TERMINALS } from "./limits.js";
import { hint } from "./nearest.js";
/** The first process of every trace. */
export const INIT = "init";
/** A number that names nobody. */
export const UNUSED = "unused";
/** Whatever stands above `init`. */
export const OUTSIDE = "outside";
/** Stands in a row where a process has no terminal, or its terminal no foreground group. */
export const NONE = "none";
/** Stands there where the world cannot see it. */
export const UNSEEN = "?";
const reserved = [INIT, UNUSED, OUTSIDE, NONE];
/** What no effect can be stated of, and no call made by. */
const inert = new Map([
    ["thread", "is a thread, which makes no calls and has no effects of its own"],
    ["terminal", "is a terminal, which makes no calls and has no effects of its own"],
]);
/** How many unbound names get a hint. */
const hints = 10;
const form = /^[a-z][a-z0-9_]*$/;
const rebinding = "only fork may bind a name again, and never that of a terminal";
const newInBlock = "in a block a call binds a new name, else which process it is would depend on the schedule";
function mayBindAgain(standing, earlier) {
    return standing === "process" && earlier.standing !== "terminal";
}
/** The names of a trace, followed from its first line to its last. */
export class Names {
    problems = [];
    bindings = new Map([[INIT, { standing: "process", step: -1 }]]);
    /**
     * Names that were used without being bound, and where first. What to say of them shows at the end
     * of the trace.
     */
    unbound = new Map();
    terminals = 0;
    isInBlock = false;
    binder;
    /** The name of a process that acts or to which something happens. */
    process(name, offset) {
        const reason = inert.get(this.bindings.get(name)?.standing);
        if (name === UNUSED || name === OUTSIDE) {
            this.complain(offset, `\`${name}\` is not a process of the trace`);
        }
        else if (reason !== undefined) {
            this.complain(offset, `\`${name}\` ${reason}`);
        }
        else {
            this.known(name, offset);
        }
    }
    /** A name in an argument that stands for a process, group or thread. */
    argument(name, offset) {
        if (name === UNUSED || name === OUTSIDE)
            return;
        if (this.bindings.get(name)?.standing === "terminal") {
            this.complain(offset, `\`${name}\` is a terminal, and a process is wanted here`);
        }
        else {
            this.known(name, offset);
        }
    }
    /** A name in an argument that stands for a terminal. */
    terminal(name, offset) {
        const standing = this.bindings.get(name)?.standing;
        if (name === UNUSED || name === OUTSIDE || (standing && standing !== "terminal")) {
            const is = standing ? `is a ${standing}` : "names no terminal";
            this.complain(offset, `\`${name}\` ${is}, and a terminal is wanted here`);
        }
        else {
            this.known(name, offset);
        }
    }
    /** From here on the order of the steps is open. */
    enterBlock() {
        this.isInBlock = true;
    }
    /** From here on it is that in which they are written. */
    leaveBlock() {
        this.isInBlock = false;
    }
    /** A call that makes a terminal, whether or not it binds a name. */
    opens(offset) {
        this.terminals += 1;
        if (this.terminals !== MAX_TERMINALS + 1)
            return;
        this.complain(offset, `a trace makes at most ${MAX_TERMINALS} terminals`);
    }
    /** A name in the answer of a call that binds nothing. */
    value(name, offset) {
        if (name === UNUSED)
            this.complain(offset, "`unused` names nobody, so no call can return it");
        else
            this.argument(name, offset);
    }
    /**
     * A name that a call gives to what it made.
     *
     * @param step where the step starts
     */
    bind(name, standing, step, offset) {
        const earlier = this.bindings.get(name);
        if (reserved.includes(name)) {
            this.complain(offset, `\`${name}\` is reserved: choose another name`);
        }
        else if (!form.test(name)) {
            this.complain(offset, `\`${name}\` is not a name: names are made of a-z, 0-9 and _`);
        }
        else if (this.binder?.step === step && this.binder.name !== name) {
            this.complain(offset, `one call binds one name, and this one binds \`${this.binder.name}\``);
        }
        else if (earlier && earlier.step !== step && !mayBindAgain(standing, earlier)) {
            this.complain(offset, `\`${name}\` is bound already: ${rebinding}`);
        }
        else if (earlier && earlier.step !== step && this.isInBlock) {
            this.complain(offset, `\`${name}\` is bound already: ${newInBlock}`);
        }
        else {
            this.binder = { step, name };
            this.bindings.set(name, { standing, step });
        }
    }
    /**
     * Says what is to be said of names that were used too early or that nothing binds. Call it at the
     * end of the trace.
     */
    finish(line) {
        for (const [index, [name, offset]] of [...this.unbound].entries()) {
            // Looking for a near name costs as much as there are names.
            const near = index < hints ? hint(name, this.bindings.keys()) : "";
            const binding = this.bindings.get(name);
            const reason = binding
                ? `\`${name}\` is used before line ${line(binding.step)} binds it`
                : `nothing in this trace binds \`${name}\`${near}`;
            this.complain(offset, reason);
        }
    }
    known(name, offset) {
        if (!this.bindings.has(name) && !this.unbound.has(name))
            this.unbound.set(name, offset);
    }
    complain(offset, message) {
        this.problems.push({ offset, message });
    }
}
