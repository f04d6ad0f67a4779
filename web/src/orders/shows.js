import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { isMarker, printAnswer, printCall, printEffect, } from "retinue";
/** A step, with every way in which it can go. */
export function Shows({ step, shows }) {
    return (_jsxs("code", { class: "shows", children: [_jsx("b", { children: step.actor }), ": ", printCall(step.call), shows.map((shown, i) => (_jsxs("span", { class: "shown", children: [i > 0 && _jsx("i", { children: " or" }), " ", answerText(shown), shown.effects.map((effect, j) => (_jsx("span", { class: "effect", children: printEffect(effect) }, j)))] }, i)))] }));
}
function answerText({ answer }) {
    return isMarker(answer) ? printAnswer(answer) : `= ${printAnswer(answer)}`;
}
/** What can have come of the block. */
export function Ending({ outcomes, isCertain }) {
    return (_jsxs("div", { class: "ending", children: [_jsxs("p", { children: [isCertain ? "What came of it" : "It can also end here", outcomes.length > 1 && `, in one of ${outcomes.length} ways`, ":"] }), outcomes.map((outcome, i) => (_jsxs("section", { "aria-label": `Outcome ${i + 1}`, children: [_jsx("ol", { children: outcome.steps.map(({ step, branch }, j) => (_jsx("li", { children: _jsx(Shows, { step: step, shows: [branch] }) }, j))) }), outcome.waiting.map((name) => (_jsxs("p", { class: "waiting", children: [_jsx("code", { children: name }), " waits for ever."] }, name))), _jsx("ul", { class: "left", children: outcome.processes.map(({ name, state, group, session }) => (_jsxs("li", { children: [_jsx("code", { children: name }), ": ", state, ", group ", _jsx("code", { children: group }), ", session", " ", _jsx("code", { children: session })] }, name))) })] }, i)))] }));
}
