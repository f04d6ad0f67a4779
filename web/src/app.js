import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { Bar } from "./bar.jsx";
import { Editor } from "./editor/editor.jsx";
import { Head } from "./head.jsx";
import { useKeys } from "./keys.js";
import { Panels } from "./panels.jsx";
import { Stage } from "./picture/stage.jsx";
import { moments, otherName, read } from "./state.js";
/** The page. */
export function App() {
    useKeys();
    const { problems } = read.value;
    return (_jsxs(_Fragment, { children: [_jsx("a", { class: "skip", href: "#stage", children: "Skip to the picture" }), _jsx(Head, {}), _jsxs("main", { class: otherName.value === "" ? "one" : "two", children: [_jsxs("section", { class: "stage", id: "stage", "aria-label": "Picture", children: [_jsx(Stage, {}), _jsx(Bar, {})] }), _jsxs("section", { class: "source", "aria-label": "Trace", children: [_jsx(Editor, {}), _jsx("p", { class: "verdict", role: "status", children: problems.length === 0
                                    ? `${moments.value.length - 1} steps`
                                    : `Line ${problems[0]?.line}: ${problems[0]?.message}` })] }), _jsx("section", { class: "panels", "aria-label": "Details", children: _jsx(Panels, {}) })] })] }));
}
