import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { middleOf } from "./layout.js";
/** Between two signals of one step, in milliseconds. */
const APART = 90;
/** The signals of a step on their way from who made the call to whom they were sent. */
export function Flights({ moment, now, before }) {
    return (_jsx("g", { class: "flights", "aria-hidden": "true", children: flightsOf(moment, now, before).map(({ signal, from, to }, i) => (_jsxs("g", { class: "flight", style: {
                "--from": `translate(${from.x}px, ${from.y}px)`,
                "--to": `translate(${to.x}px, ${to.y}px)`,
                animationDelay: `${i * APART}ms`,
            }, children: [_jsx("circle", { r: "5" }), _jsx("text", { y: "-9", children: signal })] }, `${moment.step?.at.offset}-${i}`))) }));
}
function flightsOf({ step, taken }, now, before) {
    if (!step || !taken)
        return [];
    const placeOf = (name) => {
        const isIt = ({ process }) => process.name === name;
        const box = now.processes.find(isIt) ?? before?.processes.find(isIt);
        return box && middleOf(box);
    };
    const from = placeOf(step.actor);
    return taken.changes.flatMap((change) => {
        if (change.tag !== "generated")
            return [];
        const to = placeOf(taken.names.nameOf(change.val.process));
        return from && to ? [{ signal: change.val.signal.toUpperCase(), from, to }] : [];
    });
}
