import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useState } from "preact/hooks";
import { choicesFor, printAnswer, printCall, printEffect, signatures, textOf, } from "retinue";
import { append } from "./append.js";
import { stepFrom } from "./line.js";
import { chosen, history, moment, rules, scene } from "./state.js";
/** The calls by what they are about, so that one is found quickly. */
const callNames = [...signatures.keys()];
/** A process and a call are picked; every argument is offered with what would come of it. */
export function Hand() {
    const [call, setCall] = useState("setpgid");
    const [pattern, setPattern] = useState("");
    const { processes = [] } = scene.value ?? {};
    const actor = actorIn(processes);
    const at = moment.value?.at;
    if (!actor || !at || !scene.value)
        return _jsx("p", { children: "Nobody is there." });
    const steps = choicesFor(at.names, scene.value, actor, call);
    const fitting = steps.filter((step) => printCall(step.call).includes(pattern));
    return (_jsxs(_Fragment, { children: [_jsxs("div", { class: "pickers", children: [_jsxs("label", { children: ["Process", _jsx("select", { value: actor.name, onChange: (event) => (chosen.value = event.currentTarget.value), children: processes.map(({ name }) => (_jsx("option", { children: name }, name))) })] }), _jsxs("label", { children: ["calls", _jsx("select", { value: call, onChange: (event) => setCall(event.currentTarget.value), children: callNames.map((name) => (_jsx("option", { children: name }, name))) })] }), _jsxs("label", { children: ["with", _jsx("input", { type: "search", placeholder: "any arguments", value: pattern, onInput: (event) => setPattern(event.currentTarget.value) })] })] }), _jsx(Typed, { actor: actor }), _jsx(Choices, { steps: fitting })] }));
}
/** The process that was picked, or the one that acts, or the first. */
function actorIn(processes) {
    const named = (name) => processes.find((process) => process.name === name);
    return named(chosen.value) ?? named(moment.value?.step?.actor) ?? processes[0];
}
/** More choices than these are not shown at once. */
const SHOWN = 80;
function Choices({ steps }) {
    const { value: timeline } = history;
    const at = moment.value?.at;
    if (!timeline || !at)
        return null;
    return (_jsxs(_Fragment, { children: [_jsx("ul", { class: "choices", children: steps.slice(0, SHOWN).map((step) => (_jsx("li", { children: _jsx(Choice, { step: step, ways: timeline.whatIf(at, step) }) }, printCall(step.call)))) }), steps.length === 0 && _jsx("p", { class: "hint", children: "There is no such call here." }), steps.length > SHOWN && (_jsxs("p", { class: "hint", children: [steps.length - SHOWN, " more: say in \u201Cwith\u201D what you look for."] }))] }));
}
/** One call with what it would give; a click makes it. */
function Choice({ step, ways }) {
    const isRefused = ways.length > 0 && ways.every(({ answer }) => answer.kind === "error");
    return (_jsxs("button", { type: "button", class: isRefused ? "choice refused" : "choice", onClick: () => append(step), children: [_jsx("code", { children: printCall(step.call) }), _jsx("span", { class: "arrow", "aria-hidden": "true", children: "\u2192" }), _jsx("span", { class: "gives", children: ways.map((way) => (_jsx(Way, { way: way }, textOf(way)))) })] }));
}
function Way({ way: { answer, effects, rules: broken } }) {
    return (_jsxs("span", { class: "way", children: [_jsx("code", { children: printAnswer(answer) }), effects.map((effect) => (_jsx("code", { class: "effect", children: printEffect(effect) }, printEffect(effect)))), broken.map((rule) => (_jsx("small", { title: rules[rule]?.text, children: rules[rule]?.id }, rule)))] }));
}
/** A call that is typed, for arguments that nobody thought of. */
function Typed({ actor }) {
    const [typed, setTyped] = useState("");
    const { value: timeline } = history;
    const at = moment.value?.at;
    const step = typed.trim() === "" ? undefined : stepFrom(`${actor.name}: ${typed}`);
    return (_jsxs("div", { class: "typed", children: [_jsxs("label", { children: ["or type the call", _jsx("input", { placeholder: "kill(-1, SIGCONT)", value: typed, onInput: (event) => setTyped(event.currentTarget.value) })] }), typeof step === "string" && _jsx("p", { class: "problem", children: step }), typeof step === "object" && timeline && at && (_jsx(Choice, { step: step, ways: timeline.whatIf(at, step) }))] }));
}
