import { batch } from "@preact/signals";
import { chosen, index, schedule, text } from "../state.js";
/** Makes a trace that of the page, before its first step and in the order in which it is written. */
export function choose(trace) {
    batch(() => {
        text.value = trace;
        index.value = 0;
        schedule.value = undefined;
        chosen.value = "";
    });
}
