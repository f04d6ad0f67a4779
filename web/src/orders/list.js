import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { batch } from "@preact/signals";
import { useState } from "preact/hooks";
import { printSchedule, schedulesOf } from "retinue";
import { index, kernelNamed, profileName, read, schedule } from "../state.js";
import { stepsUntil } from "./walking.js";
import { blockIndex, walkTo } from "./way.js";
/** All orders, once somebody wants to see them: to count them can take a while. */
export function AllOrders() {
    const [isOpen, setOpen] = useState(false);
    return (_jsxs("details", { onToggle: (event) => setOpen(event.currentTarget.open), children: [_jsx("summary", { children: "All orders" }), isOpen && _jsx(List, {})] }));
}
function List() {
    const { trace } = read.value;
    const profile = kernelNamed(profileName.value);
    if (!trace || !profile)
        return null;
    const { list, total, complete } = schedulesOf(trace, profile);
    const take = (order) => batch(() => {
        const turns = order[blockIndex.value] ?? [];
        schedule.value = order;
        walkTo(turns);
        index.value = stepsUntil(trace, blockIndex.value, turns.length);
    });
    return (_jsxs(_Fragment, { children: [_jsx("p", { children: countText(list.length, total, complete) }), _jsx("ul", { class: "all", children: list.map((order) => (_jsx("li", { children: _jsx("button", { type: "button", "aria-pressed": schedule.value && printSchedule(schedule.value) === printSchedule(order), onClick: () => take(order), children: printSchedule(order) }) }, printSchedule(order)))) })] }));
}
function countText(kinds, total, complete) {
    const orders = `${total.toLocaleString("en")} ${total === 1 ? "order is" : "orders are"} possible`;
    if (!complete)
        return `More than ${orders}; these are some of them.`;
    if (kinds === total)
        return `${orders}.`;
    if (kinds === 1)
        return `${orders}, and they all lead to the same. One of them:`;
    return `${orders}, of ${kinds} kinds. One of each kind:`;
}
