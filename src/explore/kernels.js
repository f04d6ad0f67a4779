import { neighboursOf } from "../diff/suspects.js";
import { needsOf } from "../generate/needs.js";
import { catalog } from "../model/catalog.js";
import { ModelWorld } from "../model/world.js";
import { follow } from "../oracle/follow.js";
import { tellApart } from "./rivals.js";
import { beginningOf } from "./subjects.js";
import { Walk } from "./walk.js";
/**
 * The suite that tells kernels from a profile that differ from it in one thing.
 *
 * @param limit of each subject no more states than about so many are found
 * @param watch hears of the progress now and then
 * @throws {RangeError} if the profile leaves a question open
 */
export async function suiteOfKernels(profile, subjects, limit, watch = () => { }) {
    const kernels = neighboursOf(profile);
    const traces = [];
    const spaces = [];
    const told = new Map();
    for (const subject of subjects) {
        const open = kernels.filter((kernel) => !told.has(kernel) && !isSameCheck(kernel));
        if (open.length === 0)
            break;
        const space = await tellApart(profile, open, subject, limit, (left) => watch(subject, left));
        spaces.push(space);
        for (const { trace, kernels: found } of merged(space, profile)) {
            if (found.length === 0)
                continue;
            for (const kernel of found)
                told.set(kernel, traces.length);
            traces.push(trace);
        }
    }
    const met = new Set(spaces.flatMap((space) => space.met));
    const standings = kernels.map((kernel) => {
        const trace = told.get(kernel);
        if (trace !== undefined)
            return { kernel, trace };
        return { kernel, untold: isSameCheck(kernel) ? "same" : met.has(kernel) ? "alike" : "unmet" };
    });
    return { traces, kernels: standings, spaces };
}
/** It makes two checks the other way round that give the same when they are broken. */
function isSameCheck(kernel) {
    return "alike" in kernel && kernel.alike;
}
/** Few traces with all that was found in a space: each goes as far as it can. */
function merged(space, profile) {
    const left = new Set(space.tellings);
    const ways = space.tellings.map(wayOf).sort((a, b) => b.length - a.length);
    const found = [];
    for (const way of ways) {
        const own = [...left].filter((telling) => isOn(way, telling));
        if (own.length === 0)
            continue;
        for (const telling of own)
            left.delete(telling);
        const kernels = own.map(({ kernel }) => kernel);
        const title = `${space.subject.name}, trace ${found.length + 1}`;
        const fields = [field("title", title), ...about(kernels, profile)];
        const trace = withNeeds(walked(way, own, space, fields));
        found.push({ trace, kernels: kernels.filter((kernel) => tells(trace, kernel, profile)) });
    }
    return found;
}
/** The moves that lead somewhere. */
function wayOf({ moves, stays }) {
    return stays ? moves.slice(0, -1) : moves;
}
/** Whoever goes the way comes past what tells the kernel. */
function isOn(way, telling) {
    return wayOf(telling).every((move, i) => isSame(move, way[i]));
}
function isSame(a, b) {
    return a.caller === b?.caller && a.call === b.call && a.makes === b.makes;
}
/** The way, with the moves that lead nowhere made where they tell something. */
function walked(way, tellings, { calls, subject }, fields) {
    const walk = new Walk(calls, true, beginningOf(subject));
    const asides = tellings.filter(({ stays }) => stays);
    const aims = new Map(tellings.map((telling) => [telling.moves.length - 1, telling.aims]));
    for (let i = 0; i <= way.length; i++) {
        const here = asides.filter(({ moves }) => moves.length - 1 === i).map(({ moves }) => moves[i]);
        const different = here.filter((move, k) => {
            return move && here.findIndex((other) => isSame(move, other)) === k;
        });
        for (const move of different)
            if (move)
                walk.step(move);
        const next = way[i];
        if (next)
            walk.step(next, aims.get(i));
    }
    return walk.trace(fields);
}
function withNeeds(trace) {
    const needs = needsOf(trace);
    return needs.length === 0
        ? trace
        : { ...trace, fields: [...trace.fields, field("needs", needs)] };
}
/** The rules that are missing or stand elsewhere, and the answers that are told from each other. */
function about(kernels, profile) {
    const rules = kernels.flatMap((kernel) => {
        if ("rules" in kernel)
            return kernel.rules;
        return kernel.rule === undefined ? [] : [kernel.id];
    });
    const answers = kernels.flatMap((kernel) => answersOf(kernel, profile));
    return [
        ...(rules.length === 0 ? [] : [field("rules", [...new Set(rules)])]),
        ...(answers.length === 0 ? [] : [field("questions", [...new Set(answers)])]),
    ];
}
/** `setpgid.reach=child`: the answer of the profile, and that of the kernel. */
function answersOf({ id, alternative }, profile) {
    const question = catalog().questions.findIndex((one) => one.id === id);
    const own = profile.answers.find((answer) => answer.question === question)?.alternative;
    const { alternatives = [] } = catalog().questions[question] ?? {};
    return [own, alternative].flatMap((one) => {
        const name = one === undefined ? undefined : alternatives[one]?.name;
        return alternative === undefined || name === undefined ? [] : `${id}=${name}`;
    });
}
/** Whether the profile allows something that the kernel does not do in the trace. */
export function tells(trace, { kernel }, profile) {
    const { observations } = new ModelWorld(kernel).runNow(trace);
    return follow(trace, observations, profile).steps.some(({ differs }) => differs.length > 0);
}
function field(key, value) {
    return { key, value, at: { line: 0, column: 0, offset: 0 } };
}
