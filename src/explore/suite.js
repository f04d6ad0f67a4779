import { prepareSearch } from "../model/search.js";
import { alphabetOf, syscallOf } from "./alphabet.js";
import { advance } from "./exploration.js";
import { Walk } from "./walk.js";
/** No trace goes on for more steps; no agent has room for more processes. */
const MOST_STEPS = 2000;
const MOST_FORKS = 60;
/**
 * The smallest suite that is found by walking on as long as there is anything new.
 *
 * @throws {RangeError} if the plan makes no sense, or there are more states than its limit
 */
export async function coveringSuite(plan, cover) {
    const calls = alphabetOf(plan);
    const search = prepareSearch({
        ...plan,
        options: { traced: true, surveyed: true, certain: true },
        calls: calls.map(syscallOf),
    });
    const { states, end } = await advance(search, plan.limit, () => { });
    if (end?.tag !== "complete")
        throw new RangeError(`a suite needs all states, and there are more than ${plan.limit}`);
    const maker = cover === "rules" ? new RuleSuite(search, calls) : new ClassSuite(search, calls, states);
    return maker.make();
}
/** A call that is refused, and by every kernel that has the rule: a full table is none's. */
function isRefused({ verdict }) {
    return verdict.tag === "refused";
}
/** A trace in the making, and the state that it has led to. */
class Path {
    search;
    walk;
    state = 0;
    forks = 0;
    constructor(search, calls) {
        this.search = search;
        this.walk = new Walk(calls);
    }
    /** What can be done in the state that the path has led to. */
    edges() {
        return this.search.edges(this.state);
    }
    take({ move, leadsTo, verdict }) {
        this.walk.step(move);
        if (move.makes !== 0 && leadsTo !== this.state && verdict.tag === "done")
            this.forks += 1;
        this.state = leadsTo;
    }
}
/** What both suites have in common: paths from the start to a state. */
class SuiteMaker {
    search;
    calls;
    traces = [];
    constructor(search, calls) {
        this.search = search;
        this.calls = calls;
    }
    /** Takes the shortest way to a state, and looks around in every state on it. */
    walkTo(state, look) {
        const path = new Path(this.search, this.calls);
        look(path, path.edges());
        for (const move of this.search.path(state)) {
            const edge = path
                .edges()
                .find((one) => one.move.caller === move.caller && one.move.call === move.call);
            if (!edge)
                throw new Error("the way to a state is none");
            this.passes(edge);
            path.take(edge);
            look(path, path.edges());
        }
        return path;
    }
    /** A move is made that is not refused. */
    passes(_edge) { }
    finish(path, title) {
        this.traces.push(path.walk.trace([{ key: "title", value: title, at }]));
    }
}
const at = { line: 0, column: 0, offset: 0 };
/** Meets every situation: those that are the farthest from the start lead past most of the others. */
class RuleSuite extends SuiteMaker {
    situations;
    open;
    constructor(search, calls) {
        super(search, calls);
        this.situations = search.situations();
        this.open = new Set(this.situations.keys());
    }
    make() {
        const far = [...this.situations.entries()].sort(([, a], [, b]) => b.state - a.state);
        for (const [index, situation] of far)
            if (this.open.has(index))
                this.meet(situation);
        return { traces: this.traces, covered: this.situations.length };
    }
    meet({ state, move }) {
        const path = this.walkTo(state, (here, edges) => this.tryRefused(here, edges));
        const own = path
            .edges()
            .find((edge) => edge.move.caller === move.caller && edge.move.call === move.call);
        if (own && !isRefused(own)) {
            this.passes(own);
            path.take(own);
        }
        this.finish(path, `every rule, trace ${this.traces.length + 1}`);
    }
    passes({ situation }) {
        this.open.delete(situation);
    }
    tryRefused(path, edges) {
        for (const edge of edges) {
            if (!isRefused(edge) || !this.open.delete(edge.situation))
                continue;
            path.take(edge);
        }
    }
}
/** Meets every class of states, and walks on from one to the next as far as there are new ones. */
class ClassSuite extends SuiteMaker {
    classes;
    open;
    constructor(search, calls, states) {
        super(search, calls);
        this.classes = Array.from({ length: states }, (_, state) => search.classOf(state).join());
        this.open = new Set(this.classes);
    }
    make() {
        const covered = this.open.size;
        for (const [state, name] of this.classes.entries())
            if (this.open.has(name))
                this.meet(state);
        return { traces: this.traces, covered };
    }
    meet(state) {
        const path = this.walkTo(state, (here, edges) => this.look(here, edges));
        while (path.walk.length < MOST_STEPS && path.forks < MOST_FORKS) {
            const edge = this.next(path);
            if (!edge)
                break;
            path.take(edge);
            this.look(path, path.edges());
        }
        this.finish(path, `every class of states, trace ${this.traces.length + 1}`);
    }
    next(path) {
        return path.edges().find((edge) => edge.alone && this.isOpen(edge.leadsTo));
    }
    isOpen(state) {
        return this.open.has(this.classes[state] ?? "");
    }
    look(path, edges) {
        if (!this.open.delete(this.classes[path.state] ?? ""))
            return;
        for (const edge of edges)
            if (isRefused(edge))
                path.take(edge);
    }
}
