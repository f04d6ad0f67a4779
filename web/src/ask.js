import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useState } from "preact/hooks";
import { namedSignals } from "retinue";
import { stepFrom } from "./line.js";
import { RuleText } from "./rule.jsx";
import { history, kernelNamed, moment, moments, profileName, rules, scene } from "./state.js";
/** Questions about the state at hand: who gets a signal, and why a call is refused. */
export function Ask() {
    return (_jsxs(_Fragment, { children: [_jsx(WhoGets, {}), _jsx(Why, {})] }));
}
/** Who is sent a signal, and what it does to each. */
function WhoGets() {
    const { processes = [], terminals = [] } = scene.value ?? {};
    const groups = [...new Set(processes.map(({ group }) => group))];
    const keys = terminals.flatMap(({ name }) => ["^C", "^Z", "^\\\\"].map((key) => `${name} ${key}`));
    const targets = [...processes.map(({ name }) => name), ...groups.map((name) => `-${name}`), "-1"];
    const [sender, setSender] = useState("init");
    const [target, setTarget] = useState("");
    const [signal, setSignal] = useState("SIGTERM");
    const names = processes.map(({ name }) => name);
    const from = names.includes(sender) ? sender : (names[0] ?? "init");
    const to = targets.includes(target) || keys.includes(target) ? target : (targets.at(-1) ?? "-1");
    const isKey = keys.includes(to);
    const line = isKey ? keyLine(to, from) : `${from}: kill(${to}, ${signal})`;
    return (_jsxs("section", { class: "question", children: [_jsx("h2", { children: "Who gets this signal?" }), _jsxs("div", { class: "pickers", children: [_jsx(Choose, { name: "from", value: from, values: names, set: setSender }), _jsx(Choose, { name: "to", value: to, values: [...targets, ...keys], set: setTarget }), !isKey && _jsx(Choose, { name: "signal", value: signal, values: namedSignals, set: setSignal })] }), _jsx("p", { children: _jsx("code", { children: line }) }), _jsx(Receivers, { ways: waysOf(line) })] }));
}
/** The step by which the owner of a terminal types a key. */
function keyLine(target, otherwise) {
    const [tty = "", key = ""] = target.split(" ");
    const owner = scene.value?.terminals.find(({ name }) => name === tty)?.owner;
    return `${owner === "none" || owner === undefined ? otherwise : owner}: type(${tty}, "${key}")`;
}
function Receivers({ ways }) {
    if (typeof ways === "string")
        return _jsx("p", { class: "problem", children: ways });
    const [way] = ways;
    if (!way)
        return _jsx("p", { children: "The model cannot say." });
    const sent = way.changes.flatMap((change) => change.tag === "generated"
        ? [{ signal: change.val.signal.toUpperCase(), name: way.names.nameOf(change.val.process) }]
        : []);
    return (_jsxs(_Fragment, { children: [way.rules.map((rule) => (_jsx(RuleText, { index: rule }, rule))), sent.length === 0 ? (_jsx("p", { children: "Nobody." })) : (_jsx("ul", { children: sent.map(({ signal, name }, i) => (_jsxs("li", { children: [_jsx("b", { children: name }), " gets ", signal, ": ", becomesOf(name, way)] }, `${name} ${signal} ${i}`))) }))] }));
}
/** What the step does to a process, in a few words. */
function becomesOf(name, { effects }) {
    const own = effects.filter(({ process }) => process === name);
    const words = own.map((effect) => {
        if (effect.kind === "died")
            return "dies of it";
        if (effect.kind === "caught")
            return "its handler runs";
        return effect.kind === "resumed" ? "its call ends" : `is ${effect.kind}`;
    });
    return words.length === 0 ? "nothing that can be seen" : [...new Set(words)].join(", ");
}
/** Which rules of a call are kept and which are broken here. */
function Why() {
    const last = moments.value.length - 1;
    const [typed, setTyped] = useState("setpgid(0, 0)");
    const names = (scene.value?.processes ?? []).map(({ name }) => name);
    const [asker, setAsker] = useState("init");
    const actor = names.includes(asker) ? asker : (names[0] ?? "init");
    const ways = last >= 0 ? waysOf(`${actor}: ${typed}`) : [];
    return (_jsxs("section", { class: "question", children: [_jsx("h2", { children: "Why this errno?" }), _jsxs("div", { class: "pickers", children: [_jsx(Choose, { name: "process", value: actor, values: names, set: setAsker }), _jsxs("label", { children: ["call", _jsx("input", { value: typed, onInput: (event) => setTyped(event.currentTarget.value) })] })] }), typeof ways === "string" ? (_jsx("p", { class: "problem", children: ways })) : (_jsx(Judgement, { name: ruledAs(typed), ways: ways }))] }));
}
/** The name under which the catalogue has the rules of a call: of an ioctl, its request. */
function ruledAs(typed) {
    const [, name = "", request = ""] = /^\s*(\w+)\((?:[^,]*,\s*(\w+))?/.exec(typed) ?? [];
    return name === "ioctl" ? request.toLowerCase() : name;
}
/** The rules of the call in this kernel's order, up to the one that speaks. */
function Judgement({ name, ways }) {
    const order = kernelNamed(profileName.value)?.orders.find(({ call }) => call === name);
    const broken = new Set(ways.flatMap((way) => way.rules));
    if (!order)
        return _jsx("p", { children: "No rule refuses this call." });
    const stop = order.ordered ? order.entries.findIndex(({ rule }) => broken.has(rule)) : -1;
    return (_jsxs(_Fragment, { children: [broken.size === 0 && _jsx("p", { children: "It is not refused: every rule is kept." }), _jsx("ol", { class: "rules", children: order.entries.map(({ rule, breach }, i) => {
                    const isBroken = broken.has(rule);
                    const isUnasked = stop >= 0 && i > stop;
                    const verdict = isBroken ? "broken" : isUnasked ? "not asked" : "kept";
                    return (_jsxs("li", { class: verdict.replace(" ", "-"), children: [_jsxs("b", { children: [isBroken ? "✗" : isUnasked ? "·" : "✓", " ", verdict] }), " ", rules[rule]?.text, " ", _jsxs("small", { children: [rules[rule]?.id, ", ", breach.val.toUpperCase()] })] }, rule));
                }) })] }));
}
function Choose({ name, value, values, set }) {
    return (_jsxs("label", { children: [name, _jsx("select", { value: value, onChange: (event) => set(event.currentTarget.value), children: values.map((each) => (_jsx("option", { children: each }, each))) })] }));
}
/** Every way in which a line could go at the moment at hand, or what is wrong with it. */
function waysOf(line) {
    const step = stepFrom(line);
    const { value: timeline } = history;
    if (typeof step === "string")
        return step;
    return timeline && moment.value ? timeline.whatIf(moment.value.at, step) : [];
}
