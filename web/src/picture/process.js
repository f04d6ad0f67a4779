import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { badgesOf, describe, leads, shortState, signs } from "./words.js";
/** One process: its state by a sign, its name and number, what it sleeps in, and what it has. */
export function ProcessNode({ box, acts, isChosen, differs, from, gone = false, choose }) {
    const { process, x, y, width, height } = box;
    const leading = leads(process);
    const classes = [
        "process",
        process.state,
        acts && "acts",
        isChosen && "chosen",
        differs && "differs",
        from && "new",
        gone && "gone",
    ];
    return (_jsxs("g", { class: classes.filter(Boolean).join(" "), style: {
            transform: `translate(${x}px, ${y}px)`,
            "--from": from ? `translate(${from.x}px, ${from.y}px)` : "none",
        }, ...(choose && {
            role: "button",
            tabIndex: 0,
            "aria-label": describe(process),
            "aria-pressed": isChosen,
            onClick: choose,
            onKeyDown: (event) => {
                if (event.key !== "Enter" && event.key !== " ")
                    return;
                event.preventDefault();
                choose();
            },
        }), children: [_jsx("title", { children: describe(process) }), _jsx("rect", { class: "body", width: width, height: height, rx: "8" }), _jsx("text", { class: "sign", x: "16", y: "21", children: signs[process.state] }), _jsx("text", { class: "name", x: "30", y: "21", children: short(process.name) }), _jsxs("text", { class: "pid", x: width - 8, y: "21", children: [leading === "session" ? "◆ " : leading === "group" ? "◇ " : "", process.pid] }), _jsx("text", { class: "detail", x: "10", y: "41", children: process.state === "running" ? "" : shortState(process) }), _jsx("text", { class: "badges", x: width - 8, y: "41", children: badgesOf(process)
                    .map(([word]) => word)
                    .join(" ") }), differs && (_jsx("text", { class: "unequal", x: width - 4, y: "-2", children: "\u2260" }))] }));
}
/** As much of a name as there is room for. */
function short(name) {
    return name.length > 10 ? `${name.slice(0, 9)}…` : name;
}
