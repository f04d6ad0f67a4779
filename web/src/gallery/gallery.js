import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Modal } from "../modal.jsx";
import { text } from "../state.js";
import { choose } from "./choose.js";
import { matches } from "./entry.js";
import "./gallery.css";
/** The traces, once they have come; undefined until then. */
const shelves = signal(undefined);
const failure = signal("");
async function load() {
    try {
        shelves.value = (await import("./collection.js")).shelves;
        failure.value = "";
    }
    catch {
        failure.value = "The traces could not be fetched. Is there a connection?";
    }
}
/** The button that opens the gallery, and the gallery. */
export function Gallery() {
    return (_jsx(Modal, { name: "Gallery", kind: "gallery", children: (close) => _jsx(Picker, { close: close }) }));
}
/** Every trace there is to choose from, narrowed by the words in the search field. */
function Picker({ close }) {
    const [wanted, setWanted] = useState("");
    useEffect(() => {
        if (!shelves.value)
            void load();
    }, []);
    const found = (shelves.value ?? [])
        .map((shelf) => ({ ...shelf, entries: shelf.entries.filter((e) => matches(e, wanted)) }))
        .filter(({ entries }) => entries.length > 0);
    const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
    const take = (entry) => {
        choose(entry.text);
        close();
    };
    return (_jsxs("div", { class: "picker", onKeyDown: walk, children: [_jsx("input", { type: "search", autofocus: true, value: wanted, placeholder: "setpgid, SIGHUP, gvisor \u2026", "aria-label": "Search the traces", onInput: (event) => setWanted(event.currentTarget.value) }), _jsx("p", { class: "count", role: "status", children: failure.value || (shelves.value ? countText(count) : "Fetching the traces …") }), _jsx("div", { class: "shelves", children: found.map(({ name, aboutKernels = false, entries }) => (_jsxs("section", { "aria-label": name, children: [_jsx("h3", { children: name }), _jsx("ul", { children: entries.map((entry) => (_jsx("li", { children: _jsx(Choice, { entry: entry, aboutKernels: aboutKernels, take: take }) }, entry.file))) })] }, name))) })] }));
}
function countText(count) {
    if (count === 0)
        return "No trace has all of these words.";
    return count === 1 ? "1 trace" : `${count} traces`;
}
function Choice({ entry, aboutKernels, take }) {
    const { file, title, reference, kernels } = entry;
    return (_jsxs("button", { type: "button", "data-entry": true, "aria-current": entry.text === text.value, onClick: () => take(entry), children: [_jsx("span", { class: "title", children: title }), _jsxs("span", { class: "about", children: [_jsx("span", { class: "file", children: file.slice(file.lastIndexOf("/") + 1) }), reference && _jsxs("span", { class: "from", children: ["from ", reference] }), aboutKernels && kernels.length > 0 && (_jsxs("span", { class: "kernels", children: ["kernels: ", kernels.join(", ")] }))] })] }));
}
/** Arrows go from the search field into the list, and through it. */
function walk(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined)
        return;
    event.preventDefault();
    const stops = [...event.currentTarget.querySelectorAll("input, [data-entry]")];
    const here = stops.findIndex((stop) => stop.matches(":focus"));
    stops[Math.max(0, Math.min(here + by, stops.length - 1))]?.focus();
}
