import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useLayoutEffect, useRef } from "preact/hooks";
import { printSchedule } from "retinue";
import { choose } from "./gallery/choose.js";
import { AllOrders } from "./orders/list.jsx";
import { Ending, Shows } from "./orders/shows.jsx";
import { blockIndex, blocks, places, showAsWritten, showInPicture, walkTo, wantedBlock, } from "./orders/way.js";
import "./orders/orders.css";
import { read, schedule } from "./state.js";
/** The orders in which a block of the trace can go: one of them is walked, turn by turn. */
export function Orders() {
    if (read.value.problems.length > 0)
        return _jsx("p", { children: "The orders are those of a trace without mistakes." });
    return blocks.value.length === 0 ? _jsx(Invitation, {}) : _jsx(Walk, {});
}
function Invitation() {
    const load = async () => {
        const race = (await import("./gallery/collection.js")).raceNamed("parent-only");
        if (race !== undefined)
            choose(race);
    };
    return (_jsxs(_Fragment, { children: [_jsxs("p", { children: ["Steps between ", _jsxs("code", { children: ["parallel ", "{"] }), " and ", _jsx("code", { children: "}" }), " can go in any order: here one walks through the orders, and sees what each of them leads to."] }), _jsx("button", { type: "button", onClick: () => void load(), children: "Load the race of setpgid and exec" })] }));
}
function Walk() {
    const place = places.value.at(-1);
    if (!place)
        return null;
    return (_jsxs("div", { class: "orders", children: [blocks.value.length > 1 && _jsx(WhichBlock, {}), _jsx(Way, {}), _jsx(Here, { place: place }), _jsxs("div", { class: "picture", children: [_jsx("button", { type: "button", onClick: () => showInPicture(place), children: "Show this order" }), schedule.value && (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", onClick: showAsWritten, children: "As written" }), _jsxs("span", { children: ["The picture follows ", _jsx("code", { children: printSchedule(schedule.value) })] })] }))] }), _jsx(AllOrders, {})] }));
}
function WhichBlock() {
    return (_jsxs("label", { children: ["Block", " ", _jsx("select", { value: blockIndex.value, onChange: (event) => (wantedBlock.value = Number(event.currentTarget.value)), children: blocks.value.map(({ at }, i) => (_jsxs("option", { value: i, children: ["in line ", at.line] }, at.line))) })] }));
}
/** The turns made so far; each is a place to go back to. */
function Way() {
    const last = places.value.length - 1;
    return (_jsx("ol", { class: "way", "aria-label": "Turns so far", children: places.value.map((place, i) => (_jsx("li", { children: _jsx("button", { type: "button", "aria-current": i === last ? "step" : undefined, title: i === last ? undefined : "Back to here", onClick: () => walkTo(place.turns), children: place.step ? _jsx(Shows, { step: place.step, shows: place.shows }) : "The block begins" }) }, i))) }));
}
/** Who can go on, and what can come of the block if nobody does. */
function Here({ place }) {
    const heading = useRef(null);
    const moved = useRef(false);
    useLayoutEffect(() => {
        // The button that was pressed is gone: whoever has no pointer goes on from here.
        if (moved.current)
            heading.current?.focus();
        moved.current = false;
    }, [place]);
    const next = place.next();
    const outcomes = place.outcomes();
    return (_jsxs(_Fragment, { children: [_jsx("h3", { ref: heading, tabIndex: -1, children: next.length > 0 ? "Who goes next?" : "Nobody goes on" }), next.length > 0 && (_jsx("ul", { class: "turns", children: next.map((after) => (_jsx("li", { children: _jsx("button", { type: "button", onClick: () => {
                            moved.current = true;
                            walkTo(after.turns);
                        }, children: after.step && _jsx(Shows, { step: after.step, shows: after.shows }) }) }, after.turns.at(-1)))) })), outcomes.length > 0 && _jsx(Ending, { outcomes: outcomes, isCertain: next.length === 0 })] }));
}
