import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { Gallery } from "./gallery/gallery.jsx";
import { Notice } from "./share/notice.jsx";
import { Share } from "./share/share.jsx";
import { kernels, otherName, profileName } from "./state.js";
/** What the page is about, and the kernels that are looked at. */
export function Head() {
    return (_jsxs("header", { children: [_jsxs("h1", { children: ["retinue ", _jsx("span", { children: "playground" })] }), _jsx(Gallery, {}), _jsx(Share, {}), _jsxs("label", { children: ["Kernel", _jsx("select", { value: profileName.value, onChange: (event) => (profileName.value = event.currentTarget.value), children: kernels.map((name) => (_jsx("option", { children: name }, name))) })] }), _jsxs("label", { children: ["beside", _jsxs("select", { value: otherName.value, onChange: (event) => (otherName.value = event.currentTarget.value), children: [_jsx("option", { value: "", children: "nothing" }), kernels.map((name) => (_jsx("option", { children: name }, name)))] })] }), _jsx(Notice, {})] }));
}
