import { useEffect } from "preact/hooks";
import { toggle } from "./playing.js";
import { goTo, moments, place } from "./state.js";
/** What each key does that is not meant for a field. */
const keys = {
    ArrowRight: () => goTo(place.value + 1),
    ArrowLeft: () => goTo(place.value - 1),
    Home: () => goTo(0),
    End: () => goTo(moments.value.length - 1),
    " ": toggle,
};
/** Where keys are typed, or have a meaning of their own. */
const taken = "input, select, textarea, button, a, summary, [role=tab], [role=button], .cm-editor";
/** Steps by keys, wherever nobody else has a use for them. */
export function useKeys() {
    useEffect(() => {
        const pressed = (event) => {
            const act = keys[event.key];
            const target = event.target instanceof Element ? event.target : undefined;
            if (!act || event.ctrlKey || event.metaKey || event.altKey || target?.closest(taken))
                return;
            event.preventDefault();
            act();
        };
        addEventListener("keydown", pressed);
        return () => removeEventListener("keydown", pressed);
    }, []);
}
