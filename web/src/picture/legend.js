import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { signs } from "./words.js";
const entries = [
    [signs.running, "runs"],
    [signs.blocked, "sleeps in a call"],
    [signs.stopped, "is stopped by a signal"],
    [signs.zombie, "is a zombie: dead, and not reaped"],
    ["◆", "leads its session"],
    ["◇", "leads its group"],
    ["☀", "the group in the terminal's foreground"],
    ["⚬", "an orphaned group"],
    ["exec", "has called exec"],
    ["!1", "so many signals are pending"],
    ["⊘1", "are blocked"],
    ["ƒ1", "are caught"],
    ["∅1", "are ignored"],
    ["→", "from parent to child"],
];
/** What the signs in the picture mean. */
export function Legend() {
    return (_jsxs("details", { class: "legend", children: [_jsx("summary", { children: "What the signs mean" }), _jsx("dl", { children: entries.map(([sign, meaning]) => (_jsxs("div", { children: [_jsx("dt", { children: sign }), _jsx("dd", { children: meaning })] }, sign))) })] }));
}
