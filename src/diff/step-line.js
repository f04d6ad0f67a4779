import { printCall } from "../trace/index.js";
/** A step as a trace has it, without its result: `shell: setpgid(job, job)`. */
export function lineOf({ actor, call }) {
    return `${actor}: ${printCall(call)}`;
}
