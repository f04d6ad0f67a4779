import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import "./modal.css";
/** A button, and the dialog that it opens. */
export function Modal({ name, kind, children }) {
    const [isOpen, setOpen] = useState(false);
    const dialog = useRef(null);
    const title = useId();
    const close = () => dialog.current?.close();
    useEffect(() => {
        if (isOpen)
            dialog.current?.showModal();
    }, [isOpen]);
    return (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", "aria-haspopup": "dialog", onClick: () => setOpen(true), children: name }), _jsx("dialog", { ref: dialog, class: `modal ${kind}`, "aria-labelledby": title, onClose: () => setOpen(false), onClick: (event) => event.target === event.currentTarget && close(), onKeyDown: (event) => event.stopPropagation(), children: isOpen && (_jsxs("div", { class: "inside", children: [_jsxs("div", { class: "top", children: [_jsx("h2", { id: title, children: name }), _jsx("button", { type: "button", class: "close", "aria-label": "Close", onClick: close, children: _jsx("span", { "aria-hidden": "true", children: "\u00D7" }) })] }), children(close)] })) })] }));
}
