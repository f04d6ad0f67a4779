import { branchesFrom, capacityFor, keyOf, startOf, textOf, } from "../model/branch.js";
import { directed } from "../model/direct.js";
import { CAPACITY, machineFor } from "../model/machine.js";
import { sceneOf } from "../model/scene.js";
import { textsOf } from "../oracle/expect.js";
import { distinct } from "../oracle/interleave.js";
import { blocksOf, expectationFor, sequentialised, stepsIn, } from "../trace/index.js";
/** More kernels than these are not followed at a time. */
const KERNELS_MAX = 256;
/** Processes that somebody who looks ahead may add to what the trace has. */
const SPARE = 8;
/**
 * One history of a trace under a profile, with every moment at hand, so that it can be gone through
 * forwards and backwards. Where a step can go several ways, one is chosen on which what the trace
 * states comes true.
 */
export class Timeline {
    machine;
    moments;
    schedule;
    complete;
    scenes = new WeakMap();
    constructor(machine, 
    /** The start, then one for each step. */
    moments, 
    /** The order in which the steps of the parallel blocks were made. */
    schedule, 
    /** False if more could happen than was followed. */
    complete) {
        this.machine = machine;
        this.moments = moments;
        this.schedule = schedule;
        this.complete = complete;
    }
    /** @param schedule the order of the blocks; by default that in which they are written */
    static of(trace, profile, schedule = asWritten(trace)) {
        const growing = Timeline.growing(trace, profile, schedule);
        for (;;) {
            const { done, value } = growing.next();
            if (done === true)
                return value;
        }
    }
    /** The same, a step at a time: for whoever has something else to do in between. */
    static *growing(trace, profile, schedule = asWritten(trace)) {
        const machine = machineFor(profile, Math.min(CAPACITY.max, capacityFor(trace) + SPARE));
        const levels = [];
        let nodes = [{ at: startOf(machine) }];
        let complete = true;
        for (const item of sequentialised(trace, schedule).items) {
            if (item.kind === "directive")
                nodes = nodes.map((node) => ({ ...node, at: directed(machine, node.at, item) }));
            if (item.kind !== "step")
                continue;
            const next = afterStep(machine, nodes, item, profile);
            levels.push({ step: item, ways: next.ways });
            nodes = next.nodes;
            complete &&= next.complete;
            yield;
        }
        return new Timeline(machine, momentsOf(levels, nodes[0]), schedule, complete);
    }
    /** What the kernel holds; worked out when it is first asked for. */
    scene(at) {
        const known = this.scenes.get(at) ?? sceneOf(this.machine, at);
        this.scenes.set(at, known);
        return known;
    }
    /** Every way in which a step could go from here, one for each text. Nothing is changed. */
    whatIf(at, step) {
        return distinct(branchesFrom(this.machine, at, step).branches, textOf);
    }
}
/** Every kernel after a step, those only on which what the step states comes true if there are any. */
function afterStep(machine, nodes, step, { name }) {
    let complete = true;
    const next = nodes.flatMap((before) => {
        const found = branchesFrom(machine, before.at, step);
        complete &&= found.complete;
        return found.branches.map((branch) => ({ at: branch, branch, before }));
    });
    const stated = textsOf(expectationFor(step, name));
    const agreeing = next.filter(({ branch }) => stated.includes(textOf(branch)));
    const different = distinct(agreeing.length > 0 ? agreeing : next, ({ at }) => keyOf(at));
    const ways = distinct(next.map(({ branch }) => branch), textOf);
    complete &&= different.length <= KERNELS_MAX;
    return { nodes: different.slice(0, KERNELS_MAX), ways, complete };
}
/** The way from the start to the last node, as moments. */
function momentsOf(levels, last) {
    const moments = [];
    let node = last;
    for (const { step, ways } of [...levels].reverse()) {
        if (!node?.branch)
            break;
        moments.push({ step, ways, taken: node.branch, at: node.at });
        node = node.before;
    }
    if (node)
        moments.push({ ways: [], at: node.at });
    return moments.reverse();
}
function asWritten(trace) {
    return blocksOf(trace).map((block) => stepsIn(block).map(({ actor }) => actor));
}
