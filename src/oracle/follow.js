import { textOf } from "../model/branch.js";
import { sequential, UNSEEN } from "../trace/index.js";
import { Oracle, WORLDS_MAX } from "./oracle.js";
/**
 * Holds what a world showed of a trace against everything the profile allows.
 *
 * @throws {RangeError} if the trace has a block: what is observed is one schedule of it
 */
export function follow(trace, observations, profile, { most = WORLDS_MAX, turn, onlooker } = {}) {
    const oracle = new Oracle(trace, profile, most);
    const steps = [];
    let bound = {};
    for (const item of sequential(trace).items) {
        if (item.kind === "directive")
            oracle.direct(item);
        const observed = observations[steps.length];
        if (item.kind !== "step" || !observed)
            continue;
        const index = steps.length;
        onlooker?.(oracle, item, index);
        const { lost, ...verdict } = judge(oracle, item, observed);
        steps.push({ step: item, index, observed, ...verdict, worlds: lost ? 0 : oracle.size });
        if (oracle.bounded)
            bound = { boundedAt: index, ...bound };
        if (lost)
            return { profile: profile.name, steps, lostAfter: index, ...bound };
        if (turn?.after === index)
            oracle.answer(turn.question, turn.alternative);
    }
    return { profile: profile.name, steps, ...bound };
}
function judge(oracle, step, observed) {
    const branches = oracle.branches(step);
    const allowed = distinct(branches);
    const candidates = nearest(branches, observed);
    const alike = candidates.filter((branch) => isAlike(branch, observed));
    const agreed = alike.filter((branch) => sameRows(oracle.rows(branch), observed.processes));
    if (agreed.length > 0) {
        oracle.keep(agreed);
        return { allowed, differs: [], expectedRows: [], lost: false };
    }
    // A kernel that was not followed might have done it.
    if (oracle.bounded)
        return { allowed: [], differs: [], expectedRows: [], lost: true };
    const differs = aspects(branches, observed, alike.length > 0);
    const expectedRows = differs.includes("processes") ? nearestRows(oracle, alike, observed) : [];
    const lost = !observed.processes || !oracle.adopt(candidates, observed.processes);
    return { allowed, differs, expectedRows, lost };
}
/** The rows of which the fewest differ from what was observed. */
function nearestRows(oracle, branches, { processes = [] }) {
    const all = branches.map((branch) => oracle.rows(branch));
    const same = all.map((rows) => rows.filter((row) => processes.some((one) => sameRow(row, one))));
    const misplaced = all.map((rows, i) => rows.length - (same[i]?.length ?? 0));
    return all[misplaced.indexOf(Math.min(...misplaced))] ?? [];
}
/** The ways that show the same, else those with the same answer, else all. */
function nearest(branches, observed) {
    const same = branches.filter((branch) => isAlike(branch, observed));
    if (same.length > 0)
        return same;
    const answered = branches.filter((branch) => sameAnswer(branch, observed));
    return answered.length > 0 ? answered : branches;
}
/** The branch shows what was observed, as far as that tells. */
export function isAlike(branch, observed) {
    const untold = observed.effects.filter(isUntold).map(({ process }) => process);
    const effects = branch.effects.map((effect) => untold.includes(effect.process) ? withoutSignal(effect) : effect);
    return textOf({ ...branch, effects }) === textOf(observed);
}
/** Nobody could be asked what the process was killed by. */
function isUntold(effect) {
    return (effect.kind === "died" && effect.status.kind === "killed" && effect.status.signal === UNSEEN);
}
function withoutSignal(effect) {
    if (effect.kind !== "died" || effect.status.kind !== "killed")
        return effect;
    return { ...effect, status: { kind: "killed", signal: UNSEEN } };
}
function sameAnswer(branch, observed) {
    return textOf({ ...branch, effects: [] }) === textOf({ ...observed, effects: [] });
}
function aspects(branches, observed, textAgrees) {
    if (textAgrees)
        return ["processes"];
    return branches.some((branch) => sameAnswer(branch, observed)) ? ["effects"] : ["answer"];
}
function distinct(branches) {
    return branches.filter((branch, i) => branches.findIndex((other) => textOf(other) === textOf(branch)) === i);
}
/** Where the world cannot see its processes there is nothing to compare. */
export function sameRows(expected, observed) {
    if (!observed)
        return true;
    return (expected.length === observed.length &&
        expected.every((row) => observed.some((other) => sameRow(row, other))));
}
export function sameRow(a, b) {
    return (a.name === b.name &&
        a.parent === b.parent &&
        a.group === b.group &&
        a.session === b.session &&
        a.state === b.state &&
        sameField(a.terminal, b.terminal) &&
        sameField(a.foreground, b.foreground));
}
/** What a world cannot see differs from nothing. */
export function sameField(a, b) {
    return a === b || a === UNSEEN || b === UNSEEN;
}
