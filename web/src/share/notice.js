import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { notice } from "./address.js";
import "./notice.css";
/** What is wrong with the address, until it has been read. */
export function Notice() {
    return (_jsx("div", { role: "alert", children: notice.value !== "" && (_jsxs("p", { class: "notice", children: [notice.value, _jsx("button", { type: "button", onClick: () => (notice.value = ""), children: "Dismiss" })] })) }));
}
