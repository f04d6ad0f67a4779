/**
 * Makes a handle of the resource `kernel` for a representation. An intrinsic of the component, not
 * an import of it.
 */
@external("[export]retinue:kernel/machine@0.1.0", "[resource-new]kernel")
export declare function newHandle(representation: usize): i32;

/** The same for the resource `search`. */
@external("[export]retinue:kernel/exploration@0.1.0", "[resource-new]search")
export declare function newSearch(representation: usize): i32;

/** A collection costs time for everything that lives, so it waits until some have gone. */
const COLLECT_EVERY: i32 = 64;
let gone: i32 = 0;

/** The host has dropped its handle. */
export function dropped(representation: usize): void {
  __unpin(representation);
  if (++gone % COLLECT_EVERY == 0) __collect();
}
