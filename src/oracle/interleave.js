import { branchesFrom, keyOf, notRun, textOf, } from "../model/branch.js";
import { stepsIn } from "../trace/index.js";
export function blockOf(machine, parallel) {
    const steps = stepsIn(parallel);
    return { machine, steps, actors: [...new Set(steps.map(({ actor }) => actor))] };
}
/** The beginning of a block, for each kernel that may have come to it. */
export function beginning({ steps }, worlds) {
    const made = steps.map(() => undefined);
    const ways = worlds.map((world) => {
        return { world: { ...world, schedule: [...world.schedule, []] }, made, shown: "", key: "" };
    });
    return { turns: [], ways };
}
/**
 * Every turn that can be next. A process whose call has not returned, or that is stopped, has none
 * until it goes on; nor has one that was not made yet, or whose step is about somebody who was not.
 * Steps that nobody can make any more are not made.
 */
export function nextOf(block, stage) {
    const tried = block.actors.map((actor) => turnOf(block, stage, actor));
    const able = new Set(tried.flatMap(({ able }) => able));
    return {
        turns: tried.flatMap(({ turn }) => turn ?? []),
        ended: stage.ways.filter((way) => !able.has(way)).map((way) => endOf(block, way)),
        complete: tried.every(({ complete }) => complete),
    };
}
/** The turn of one process, and the ways in which it can have it. */
function turnOf(block, { turns, ways }, actor) {
    const index = nextStep(block, turns, actor);
    const step = block.steps[index];
    if (!step)
        return { able: [], complete: true };
    const tries = ways.map((way) => ({ way, ...attempt(block, way, step) }));
    const complete = tries.every((tried) => tried.complete);
    const able = tries.filter(({ branches }) => branches.length > 0).map(({ way }) => way);
    if (able.length === 0)
        return { able, complete };
    const after = tries.flatMap(({ way, branches }) => branches.map((branch) => advanced(way, index, branch)));
    const stage = { turns: [...turns, actor], ways: distinct(after, ({ key }) => key) };
    const branches = tries.flatMap((tried) => tried.branches);
    return { turn: { actor, step: index, branches, stage }, able, complete };
}
/** The place in the block of the next step of a process; -1 if it has made all. */
function nextStep({ steps }, turns, actor) {
    let made = turns.filter((other) => other === actor).length;
    return steps.findIndex((step) => step.actor === actor && made-- === 0);
}
/** Every way the step can go; none if its process cannot make it now. */
function attempt({ machine }, { world }, step) {
    const { branches, complete } = branchesFrom(machine, world, step);
    const made = branches.filter(({ answer }) => answer.kind !== "not-run");
    const before = world.schedule.slice(0, -1);
    const turns = [...(world.schedule.at(-1) ?? []), step.actor];
    return { branches: made.map((each) => ({ ...each, schedule: [...before, turns] })), complete };
}
function advanced({ made, shown }, index, branch) {
    const { state: _, ...passed } = branch;
    const texts = [...shown.split("\0"), `${index} ${textOf(branch)}`].sort().join("\0");
    return {
        world: branch,
        made: made.map((other, i) => (i === index ? passed : other)),
        shown: texts,
        key: `${texts}\0${keyOf(branch)}`,
    };
}
/** The way with what nobody can make told as such. */
function endOf({ steps }, { made, ...way }) {
    const { world } = way;
    const left = steps.filter((_, i) => made[i] === undefined).map(({ actor }) => actor);
    return {
        ...way,
        made: made.map((branch) => branch ?? notRun(world)),
        waiting: [...new Set(left)].filter((actor) => isWaiting(world, actor)),
    };
}
function isWaiting({ names, asleep, stopped }, actor) {
    if (!names.has(actor))
        return false;
    const number = names.numberOf(actor);
    return asleep.has(number) || stopped.has(number);
}
/**
 * The same text for stages that nobody could tell apart, now or later: the same steps are made, and
 * the same is possible.
 */
export function keyOfStage({ actors }, { turns, ways }) {
    const made = actors.map((actor) => turns.filter((other) => other === actor).length);
    return [made.join(), ...ways.map(({ key }) => key).sort()].join("\0\0");
}
/** The first of each kind. */
export function distinct(items, keyOf) {
    if (items.length < 2)
        return [...items];
    return [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
}
