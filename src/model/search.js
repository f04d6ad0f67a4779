import { instantiate } from "./instance.js";
/**
 * A search that has not begun. It has a memory of its own, which goes when nobody holds it any
 * more.
 *
 * @throws {RangeError} if the profile is not complete, or the options do not go together
 */
export function prepareSearch({ profile, processes, view, options, calls }) {
    const { exploration } = instantiate();
    try {
        const search = exploration.Search.boot(profile, processes, view, options);
        for (const call of calls)
            search.addCall(call);
        return search;
    }
    catch (error) {
        if (error instanceof Error && "payload" in error)
            throw new RangeError(String(error.payload));
        throw error;
    }
}
let known;
/** What should hold in every state, whatever was called. */
export function invariants() {
    known ??= instantiate().exploration.invariants();
    return known;
}
