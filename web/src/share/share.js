import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useEffect, useRef, useState } from "preact/hooks";
import { Modal } from "../modal.jsx";
import { kernelNamed, profileName, schedule, text } from "../state.js";
import { linkTo, shared } from "./address.js";
import { fileNameFor, replayCommand } from "./command.js";
import { download } from "./download.js";
import { raster } from "./raster.js";
import "./share.css";
import { sizeOf, standalone } from "./standalone.js";
/** The button that opens what the page can be passed on as. */
export function Share() {
    return (_jsx(Modal, { name: "Share", kind: "share", children: () => _jsx(Ways, {}) }));
}
function Ways() {
    const [told, tell] = useState("");
    return (_jsxs(_Fragment, { children: [_jsx(Link, { tell: tell }), _jsx(Command, { tell: tell }), _jsx(Files, { tell: tell }), _jsx("p", { class: "told", role: "status", children: told })] }));
}
function Link({ tell }) {
    const [link, setLink] = useState("");
    const page = shared.value;
    useEffect(() => {
        let ended = false;
        void linkTo(page).then((made) => {
            if (!ended)
                setLink(made);
        });
        return () => {
            ended = true;
        };
    }, [page]);
    const field = useRef(null);
    return (_jsxs("section", { children: [_jsx("h3", { children: "A link to this trace at this step" }), link === undefined ? (_jsx("p", { children: "The trace is too long for a link: pass it on as a file." })) : (_jsxs("div", { class: "field", children: [_jsx("input", { ref: field, readOnly: true, value: link, "aria-label": "Link" }), _jsx("button", { type: "button", onClick: () => void copy(field.current, tell), children: "Copy link" })] }))] }));
}
function Command({ tell }) {
    const field = useRef(null);
    const profile = kernelNamed(profileName.value);
    if (!profile)
        return null;
    const command = replayCommand({ text: text.value, profile, schedule: schedule.value });
    return (_jsxs("section", { children: [_jsx("h3", { children: "The same in a shell" }), _jsxs("div", { class: "field", children: [_jsx("textarea", { ref: field, readOnly: true, rows: 6, value: command, "aria-label": "Replay line" }), _jsx("button", { type: "button", onClick: () => void copy(field.current, tell), children: "Copy replay line" })] })] }));
}
/** Copies what is in a field. Where the browser does not let us, people can do it themselves. */
async function copy(field, tell) {
    if (!field)
        return;
    try {
        await navigator.clipboard.writeText(field.value);
        tell(`${field.ariaLabel} copied.`);
    }
    catch {
        field.focus();
        field.select();
        tell("The browser keeps the clipboard to itself. The text is selected: copy it by hand.");
    }
}
function Files({ tell }) {
    const save = (ending, make) => async () => {
        const name = `${fileNameFor(text.value)}.${ending}`;
        try {
            download(name, await make());
            tell(`${name} is saved where your downloads go.`);
        }
        catch (error) {
            tell(`${name} could not be made: ${error instanceof Error ? error.message : error}.`);
        }
    };
    return (_jsxs("section", { children: [_jsx("h3", { children: "A file" }), _jsxs("div", { class: "files", children: [_jsx("button", { type: "button", onClick: save("trace", traceFile), children: "Trace" }), _jsx("button", { type: "button", onClick: save("svg", svgFile), children: "Picture as SVG" }), _jsx("button", { type: "button", onClick: save("png", pngFile), children: "Picture as PNG" })] })] }));
}
function traceFile() {
    return new Blob([text.value], { type: "text/plain" });
}
function svgFile() {
    return new Blob([standalone(picture())], { type: "image/svg+xml" });
}
function pngFile() {
    return raster(standalone(picture()), sizeOf(picture()));
}
function picture() {
    const found = document.querySelector("svg#picture");
    if (!found)
        throw new Error("the page shows no picture");
    return found;
}
