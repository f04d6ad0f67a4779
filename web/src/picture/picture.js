import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import "./picture.css";
import { useRef } from "preact/hooks";
import { chosen, showPanel } from "../state.js";
import { Flights } from "./flights.jsx";
import { layoutOf } from "./layout.js";
import { ProcessNode } from "./process.jsx";
import { sentenceOf } from "./sentence.js";
/** Around everything, so that nothing is cut off: in pixels. */
const MARGIN = 10;
/** What a kernel holds at one moment: sessions, in them groups, in them processes. */
export function Picture({ id, label, timeline, place, room, unequal }) {
    const moment = timeline.moments[place];
    const came = useRef({ timeline, place });
    const isForward = came.current.timeline === timeline && came.current.place === place - 1;
    came.current = { timeline, place };
    if (!moment)
        return null;
    const scene = timeline.scene(moment.at);
    const layout = layoutOf(scene, room - 2 * MARGIN);
    const previous = timeline.moments[place - 1];
    const before = isForward && previous ? layoutOf(timeline.scene(previous.at), room - 2 * MARGIN) : undefined;
    const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN];
    return (_jsxs("svg", { id: id, class: "picture", viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`, width: width, height: height, 
        // A picture wider than its room is made smaller as a whole.
        style: { maxWidth: "100%" }, role: "group", "aria-label": `${label}: ${sentenceOf(scene)}`, children: [_jsx("defs", { children: _jsx("marker", { id: `${id}-arrow`, viewBox: "0 0 8 8", refX: "7", refY: "4", markerWidth: "7", markerHeight: "7", orient: "auto", children: _jsx("path", { class: "arrow", d: "M0 0 L8 4 L0 8 Z" }) }) }), _jsx(Frames, { layout: layout }), _jsx(Links, { id: id, layout: layout }), gone(before, scene).map((box) => (_jsx(ProcessNode, { box: box, acts: false, isChosen: false, differs: false, gone: true }, `gone-${box.process.pid}`))), _jsx(People, { layout: layout, before: before, moment: moment, unequal: unequal }), before && _jsx(Flights, { moment: moment, now: layout, before: before })] }));
}
function Frames({ layout: { sessions, groups } }) {
    return (_jsxs(_Fragment, { children: [sessions.map(({ name, terminal, x, y, width, height }) => (_jsxs("g", { class: "session", style: { transform: `translate(${x}px, ${y}px)` }, children: [_jsx("rect", { style: { width, height }, width: width, height: height, rx: "12" }), _jsxs("text", { x: "12", y: "20", children: ["session ", name] }), terminal && (_jsxs("text", { class: "terminal", x: width - 12, y: "20", children: ["\u2328 ", terminal.name, terminal.lines > 0 ? ` (${terminal.lines})` : ""] }))] }, name))), groups.map(({ name, orphaned, foregroundOf, x, y, width, height }) => (_jsxs("g", { class: `group${orphaned ? " orphaned" : ""}${foregroundOf.length > 0 ? " lit" : ""}`, style: { transform: `translate(${x}px, ${y}px)` }, children: [_jsx("rect", { style: { width, height }, width: width, height: height, rx: "10" }), _jsxs("text", { x: "10", y: "17", children: [name, foregroundOf.length > 0 ? " ☀ foreground" : "", orphaned ? " ⚬ orphaned" : ""] })] }, name)))] }));
}
function Links({ id, layout: { links } }) {
    return (_jsx("g", { class: "links", "aria-hidden": "true", children: links.map(({ parent, child, from, to }) => (_jsx("path", { d: `M${from.x} ${from.y} L${to.x} ${to.y}`, style: { d: `path("M${from.x} ${from.y} L${to.x} ${to.y}")` }, "marker-end": `url(#${id}-arrow)` }, `${parent} ${child}`))) }));
}
function People({ layout, before, moment, unequal }) {
    const parents = new Map(layout.processes.map((box) => [box.process.name, box]));
    const isNew = ({ process }) => before && !before.processes.some((box) => box.process.pid === process.pid);
    return (_jsx(_Fragment, { children: layout.processes.map((box) => {
            const { name, pid, parent } = box.process;
            const from = isNew(box) ? parents.get(parent) : undefined;
            return (_jsx(ProcessNode, { box: box, acts: moment.step?.actor === name, isChosen: chosen.value === name, differs: unequal.has(name), ...(from && { from }), choose: () => {
                    chosen.value = name;
                    showPanel("Act");
                } }, pid));
        }) }));
}
/** Those that were there before the step and are not any more. */
function gone(before, { processes }) {
    const there = new Set(processes.map(({ pid }) => pid));
    return before?.processes.filter(({ process }) => !there.has(process.pid)) ?? [];
}
