import { rowOf, signalsIn } from "../names.js";
import { NONE } from "../trace/index.js";
/** What a kernel holds in the middle of a trace. */
export function sceneOf(machine, at) {
    const interiors = machine.interiors(at.state);
    return {
        processes: machine
            .processes(at.state)
            .flatMap((process, i) => processOf(process, interiors[i], at) ?? []),
        terminals: machine.terminals(at.state).map((terminal) => terminalOf(terminal, at.names)),
    };
}
function processOf(process, interior, { names, asleep }) {
    if (!interior)
        return undefined;
    const { thread, stoppedBy, subreaper, orphaned } = interior;
    const sleepsIn = asleep.get(process.pid);
    return {
        ...rowOf(process, names),
        pid: process.pid,
        execed: process.execed,
        subreaper,
        orphaned,
        ...(sleepsIn !== undefined && { sleepsIn }),
        ...(stoppedBy !== undefined && { stoppedBy: stoppedBy.toUpperCase() }),
        ...(thread !== 0 && { thread: names.nameOf(thread) }),
        blocked: signalsIn(interior.blocked),
        pending: signalsIn(interior.pending),
        ignored: signalsIn(interior.ignored),
        caught: signalsIn(interior.caught),
    };
}
function terminalOf(terminal, names) {
    const nameOf = (number) => (number === 0 ? NONE : names.nameOf(number));
    return {
        name: names.terminalOf(terminal.number),
        session: nameOf(terminal.session),
        foreground: nameOf(terminal.foreground),
        owner: nameOf(terminal.owner),
        tostop: terminal.tostop,
        lines: terminal.lines,
    };
}
