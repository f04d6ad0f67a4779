import { instantiate } from "./instance.js";
let loaded;
/** The rules, questions and profiles of the model: one set for the life of the program. */
export function catalog() {
    if (!loaded) {
        const { catalog } = instantiate();
        loaded = {
            rules: catalog.rules(),
            questions: catalog.questions(),
            profiles: catalog.profiles(),
        };
    }
    return loaded;
}
/** The profile of that name; undefined if there is none. */
export function profileNamed(name) {
    return catalog().profiles.find((profile) => profile.name === name);
}
/** The profile of the standard itself: no order, and open questions stay open. */
export const STANDARD = "posix";
/** The names of all profiles, `posix` first. */
export function profileNames() {
    return catalog().profiles.map((profile) => profile.name);
}
/** The ids of the rules at these places of the catalogue. */
export function ruleIds(rules, { rules: all }) {
    return rules.flatMap((index) => all[index]?.id ?? []);
}
