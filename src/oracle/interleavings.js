import { notRun, textOf } from "../model/branch.js";
import { beginning, keyOfStage, nextOf } from "./interleave.js";
/** More steps than these are not tried in one block. */
export const TRIES_MAX = 16384;
/**
 * Goes through a block in every order of whole steps. After each step, what nobody can tell apart
 * is one, so that the orders are counted rather than run. If the order that is wanted cannot be,
 * there is no class.
 */
export function interleave(block, worlds, orders = {}) {
    const search = new Search(block, orders);
    let stages = [{ ...beginning(block, worlds), schedules: 1 }];
    while (stages.length > 0 && search.hasRoom)
        stages = search.advance(stages);
    return search.result;
}
class Search {
    block;
    orders;
    classes = [];
    /** For each step, the first branch of each text. */
    seen;
    complete = true;
    tries = 0;
    longest = 0;
    constructor(block, orders) {
        this.block = block;
        this.orders = orders;
        this.seen = block.steps.map(() => new Map());
    }
    get hasRoom() {
        return this.tries <= TRIES_MAX;
    }
    get result() {
        const { classes, longest } = this;
        const branches = this.seen.map((some) => [...some.values()]);
        return { classes, branches, complete: this.complete && this.hasRoom, longest };
    }
    /** Every stage that is one turn further. */
    advance(stages) {
        const after = new Map();
        for (const stage of stages) {
            if (!this.hasRoom)
                break;
            this.tries += stage.ways.length * this.block.actors.length;
            this.longest = stage.turns.length;
            for (const next of this.after(stage)) {
                const key = this.orders.apart ? next.turns.join() : keyOfStage(this.block, next);
                const known = after.get(key) ?? { ...next, schedules: 0 };
                after.set(key, { ...known, schedules: known.schedules + stage.schedules });
            }
        }
        return [...after.values()];
    }
    /** The stages after one, of those orders that are wanted. */
    after(stage) {
        const { only } = this.orders;
        const { turns, ended, complete } = nextOf(this.block, stage);
        this.complete &&= complete;
        if (!only || only.length === stage.turns.length)
            this.end(stage, ended);
        const wanted = turns.filter(({ actor }) => !only || only[stage.turns.length] === actor);
        for (const { step, branches } of wanted)
            this.see(step, branches);
        return wanted.map(({ stage: next }) => next);
    }
    end({ turns, schedules }, ends) {
        if (ends.length === 0)
            return;
        this.classes.push({ turns, schedules, ends });
        for (const { made, world } of ends)
            for (const [i, { answer }] of made.entries())
                if (answer.kind === "not-run")
                    this.see(i, [notRun(world)]);
    }
    see(step, branches) {
        const seen = this.seen[step];
        for (const branch of branches) {
            const text = textOf(branch);
            if (seen && !seen.has(text))
                seen.set(text, branch);
        }
    }
}
/** The kernels after a block. */
export function worldsAfter({ classes }) {
    return classes.flatMap(({ ends }) => ends.map(({ world }) => world));
}
