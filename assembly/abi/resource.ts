/**
 * Makes a handle of the resource `kernel` for a representation. An intrinsic of the component, not
 * an import of it.
 */
@external("[export]retinue:kernel/machine@0.1.0", "[resource-new]kernel")
export declare function newHandle(representation: usize): i32;
