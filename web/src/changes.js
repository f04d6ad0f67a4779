import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { changeText } from "retinue";
import { RuleText } from "./rule.jsx";
import { moment, profileName } from "./state.js";
/** Everything that the step at hand changed, and the rules that refused it. */
export function Changes() {
    const { step, taken, ways } = moment.value ?? { ways: [] };
    if (!step || !taken)
        return _jsx("p", { children: "Make a step to see what it changes." });
    return (_jsxs(_Fragment, { children: [taken.rules.map((rule) => (_jsx(RuleText, { index: rule }, rule))), taken.changes.length === 0 ? (_jsx("p", { children: "Nothing changed." })) : (_jsx("ol", { class: "changes", children: taken.changes.map((change, i) => (_jsx("li", { children: changeText(change, taken.names) }, i))) })), ways.length > 1 && (_jsxs("p", { class: "hint", children: [profileName.value, " can answer this step in ", ways.length, " ways; this is one of them."] }))] }));
}
