import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { printAnswer, printCall, printEffect, textOf } from "retinue";
import { history, otherHistory, otherName, place, profileName, rules } from "../state.js";
import { Legend } from "./legend.jsx";
import { Picture } from "./picture.jsx";
import { useRoom } from "./room.js";
import { unequalProcesses } from "./unequal.js";
/** The picture of the moment, or two: one of each kernel. */
export function Stage() {
    const { value: own } = history;
    const { value: other } = otherHistory;
    const unequal = unequalProcesses(own, other, place.value);
    return (_jsxs(_Fragment, { children: [_jsxs("div", { class: other ? "pictures two" : "pictures", children: [own && (_jsx(Exhibit, { id: "picture", kernel: profileName.value, timeline: own, unequal: unequal })), other && (_jsx(Exhibit, { id: "beside", kernel: otherName.value, timeline: other, unequal: unequal }))] }), _jsx(Legend, {})] }));
}
/** A picture with what the step at hand gives there. */
function Exhibit({ id, kernel, timeline, unequal }) {
    const [ref, room] = useRoom();
    const at = Math.min(place.value, timeline.moments.length - 1);
    return (_jsxs("figure", { children: [_jsxs("figcaption", { children: [_jsx("b", { children: kernel }), _jsx("div", { class: "outcome", role: "status", children: _jsx(Outcome, { moment: timeline.moments[at] }) })] }), _jsx("div", { class: "room", ref: ref, children: room > 0 && (_jsx(Picture, { id: id, label: `${kernel}, step ${at}`, timeline: timeline, place: at, room: room, unequal: unequal })) })] }));
}
function Outcome({ moment }) {
    const { step, taken, ways = [] } = moment ?? {};
    if (!step || !taken)
        return _jsx(_Fragment, { children: "before the first step" });
    const others = ways.filter((way) => textOf(way) !== textOf(taken));
    return (_jsxs(_Fragment, { children: [_jsxs("code", { children: [step.actor, ": ", printCall(step.call)] }), _jsx("code", { class: taken.answer.kind === "error" ? "answer refused" : "answer", children: printAnswer(taken.answer) }), taken.rules.map((rule) => (_jsx("span", { class: "by", children: rules[rule]?.id }, rule))), taken.effects.map((effect) => (_jsx("code", { class: "effect", children: printEffect(effect) }, printEffect(effect)))), others.length > 0 && (_jsxs("details", { class: "ways", children: [_jsxs("summary", { children: ["or ", others.length === 1 ? "another way" : `${others.length} other ways`] }), _jsx("ul", { children: others.map((way) => (_jsx("li", { children: _jsx("code", { children: textOf(way).replaceAll("\n", "; ") }) }, textOf(way)))) })] }))] }));
}
