import { effect, signal } from "@preact/signals";
import { goTo, moments, place } from "./state.js";
/** Steps are made by themselves, one after the other. */
export const playing = signal(false);
/** Between two steps, in milliseconds: long enough to see who moved. */
const PACE = 1100;
/** Plays from here, or from the start if this is the end; or pauses. */
export function toggle() {
    if (!playing.value && place.value === moments.value.length - 1)
        goTo(0);
    playing.value = !playing.value;
}
effect(() => {
    if (!playing.value)
        return;
    if (place.value >= moments.value.length - 1) {
        playing.value = false;
        return;
    }
    const timer = setTimeout(() => goTo(place.value + 1), PACE);
    return () => clearTimeout(timer);
});
