/**
 * The different outcomes of a block, those of the shortest schedules first.
 *
 * @param rows the processes of a kernel
 */
export function outcomesOf(steps, { classes }, rows) {
    const outcomes = new Map();
    for (const { ends, schedules } of classes) {
        const here = new Map();
        for (const way of ends) {
            const processes = rows(way);
            const key = `${way.shown}\0${JSON.stringify(processes)}`;
            if (!here.has(key))
                here.set(key, outcomeOf(steps, way, processes, schedules));
        }
        for (const [key, outcome] of here) {
            const known = outcomes.get(key);
            outcomes.set(key, known ? { ...known, schedules: known.schedules + schedules } : outcome);
        }
    }
    return [...outcomes.values()];
}
function outcomeOf(steps, { world, made, waiting }, processes, schedules) {
    const { schedule } = world;
    const all = steps.flatMap((step, i) => {
        const branch = made[i];
        return branch ? [{ step, branch }] : [];
    });
    return { schedule, schedules, steps: inTurn(all, schedule.at(-1) ?? []), processes, waiting };
}
function inTurn(steps, turns) {
    const left = [...steps];
    const made = turns.flatMap((actor) => {
        const next = left.findIndex(({ step }) => step.actor === actor);
        return next < 0 ? [] : left.splice(next, 1);
    });
    return [...made, ...left];
}
