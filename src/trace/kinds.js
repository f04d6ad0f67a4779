import { INT_MAX, idKinds } from "./ids.js";
import { number, oneOf } from "./kind.js";
import { signalKinds } from "./signal-kinds.js";
import { terminalKinds } from "./terminal-kinds.js";
import { waitKinds } from "./wait-kinds.js";
/** Every kind of parameter, by the name that signatures use. */
export const kinds = {
    ...idKinds,
    ...waitKinds,
    ...signalKinds,
    ...terminalKinds,
    status: number("an exit status, 0 to 255", 0, 255),
    switch: number("0 or 1", 0, 1),
    uid: number("the number of a user, or -1 to leave it as it is", -1, INT_MAX),
    missing: oneOf("missing"),
    subreaper: oneOf("PR_SET_CHILD_SUBREAPER"),
};
