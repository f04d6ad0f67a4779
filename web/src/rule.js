import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { rules } from "./state.js";
/** A rule that refused a call: its name, what it demands, and where that is written. */
export function RuleText({ index }) {
    const rule = rules[index];
    if (!rule)
        return null;
    return (_jsxs("p", { class: "rule", children: [_jsx("strong", { children: rule.id }), " ", rule.text, " ", _jsx("cite", { children: rule.clause })] }));
}
