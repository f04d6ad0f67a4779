import { jsx as _jsx } from "preact/jsx-runtime";
import { text } from "../state.js";
/** The trace as text. */
export function Editor() {
    return (_jsx("textarea", { value: text.value, onInput: (event) => (text.value = event.currentTarget.value) }));
}
