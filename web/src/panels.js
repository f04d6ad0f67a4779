import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { Ask } from "./ask.jsx";
import { Changes } from "./changes.jsx";
import { Hand } from "./hand.jsx";
import { Orders } from "./orders.jsx";
import { panel, panelNames, showPanel } from "./state.js";
import { Table } from "./table.jsx";
const panels = {
    "What changed": Changes,
    Act: Hand,
    Ask,
    Orders,
    Table,
};
/** What can be looked at beside the picture, one at a time. */
export function Panels() {
    const open = panelNames.indexOf(panel.value);
    const move = (event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (by === undefined)
            return;
        const next = (open + by + panelNames.length) % panelNames.length;
        showPanel(panelNames[next] ?? panel.value);
        document.getElementById(`tab-${next}`)?.focus();
    };
    const Panel = panels[panel.value];
    return (_jsxs(_Fragment, { children: [_jsx("div", { role: "tablist", "aria-label": "Details", children: panelNames.map((name, i) => (_jsx("button", { type: "button", role: "tab", id: `tab-${i}`, "aria-selected": i === open, "aria-controls": "panel", tabIndex: i === open ? 0 : -1, onClick: () => showPanel(name), onKeyDown: move, children: name }, name))) }), _jsx("div", { role: "tabpanel", id: "panel", "aria-labelledby": `tab-${open}`, children: _jsx(Panel, {}) })] }));
}
