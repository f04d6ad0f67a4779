import { printCall, sequential } from "../trace/index.js";
import { branchesFrom, capacityFor, rowsOf, startOf } from "./branch.js";
import { directed } from "./direct.js";
import { machineFor } from "./machine.js";
function tooMuch({ actor, call }) {
    const reason = `\`${actor}: ${printCall(call)}\`: more can happen than the model lists`;
    return { kind: "broken", reason };
}
/** The kernel of a profile, simulated. Where a step can go several ways, it goes the first. */
export class ModelWorld {
    profile;
    constructor(profile) {
        this.profile = profile;
    }
    run(trace) {
        return Promise.resolve(this.runNow(trace));
    }
    /**
     * As `run`, without waiting.
     *
     * @throws {RangeError} if the trace has a block: it is run schedule by schedule
     */
    runNow(trace) {
        const machine = machineFor(this.profile, capacityFor(trace));
        const observations = [];
        let world = startOf(machine);
        for (const item of sequential(trace).items) {
            if (item.kind === "directive")
                world = directed(machine, world, item);
            if (item.kind !== "step")
                continue;
            const [branch] = branchesFrom(machine, world, item).branches;
            if (!branch)
                return { observations, obstacle: tooMuch(item) };
            world = branch;
            observations.push({
                answer: branch.answer,
                effects: branch.effects,
                processes: rowsOf(machine, branch),
            });
        }
        return { observations };
    }
    close() {
        return Promise.resolve();
    }
}
