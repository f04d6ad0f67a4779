import { jsx as _jsx } from "preact/jsx-runtime";
import { render } from "preact";
import { App } from "./app.jsx";
import { keepOffline } from "./offline.js";
import { followAddress } from "./share/address.js";
await followAddress();
const place = document.getElementById("app");
if (place) {
    place.textContent = "";
    render(_jsx(App, {}), place);
}
keepOffline();
