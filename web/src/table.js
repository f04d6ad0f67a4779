import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { stateText } from "./picture/words.js";
import { scene } from "./state.js";
const columns = [
    ["process", ({ name, pid }) => `${name} (${pid})`],
    ["parent", ({ parent }) => parent],
    ["group", ({ group }) => group],
    ["session", ({ session }) => session],
    ["state", stateText],
    ["terminal", ({ terminal }) => terminal],
    ["blocked", ({ blocked }) => blocked.join(" ")],
    ["pending", ({ pending }) => pending.join(" ")],
    ["exec", ({ execed }) => (execed ? "yes" : "no")],
];
/** The state of the kernel as text, for those who do not look at pictures. */
export function Table() {
    const { processes = [], terminals = [] } = scene.value ?? {};
    return (_jsxs(_Fragment, { children: [_jsxs("table", { children: [_jsx("caption", { children: "Processes" }), _jsx("thead", { children: _jsx("tr", { children: columns.map(([name]) => (_jsx("th", { scope: "col", children: name }, name))) }) }), _jsx("tbody", { children: processes.map((process) => (_jsx("tr", { children: columns.map(([name, textFor]) => (_jsx("td", { children: textFor(process) }, name))) }, process.pid))) })] }), terminals.map(({ name, session, foreground, owner, tostop, lines }) => (_jsxs("p", { children: ["Terminal ", name, ": session ", session, ", foreground group ", foreground, ", other end at ", owner, tostop ? ", TOSTOP set" : "", lines > 0 ? `, ${lines} unread` : "", "."] }, name)))] }));
}
