// A row is the calls of one process that differ only behind their first argument. If one of them is
// refused before anything behind that was looked at, all of them are, and an exploration need not
// make the others.

/** The call in hand was judged by more than its first argument, as far as is known. */
export let looksFurther: bool = true;

/** For a call that says when it looks further: it has not yet. */
export function lookAtFirst(): void { looksFurther = false; }
export function lookFurther(): void { looksFurther = true; }
