import { computed } from "@preact/signals";
import { textOf } from "retinue";
import { moments, otherHistory, place } from "./state.js";
/** What a moment shows, as text. */
function shown(moment) {
    return moment?.taken ? textOf(moment.taken) : "";
}
/**
 * The moments at which the two kernels part: what the one did there the other may not do. Where the
 * kernel beside is the standard, it is asked whether it permits what the first one did.
 */
export const differing = computed(() => {
    const others = otherHistory.value?.moments;
    if (!others)
        return new Set();
    return new Set(moments.value.flatMap((moment, i) => {
        if (!moment.taken)
            return [];
        const permitted = others[i]?.ways.map(textOf) ?? [];
        return permitted.includes(shown(moment)) ? [] : [i];
    }));
});
/** The next of them. */
export const nextDivergence = computed(() => [...differing.value].find((index) => index > place.value));
