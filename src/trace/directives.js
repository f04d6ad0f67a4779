/** Every directive: what the world is told, apart from calls. */
const definitions = {
    /** The next fork gives the old number of this process, or the next free one after it. */
    "next-pid": [{ name: "process", kind: "named" }],
};
/** The parameters of each directive. */
export const directives = new Map(Object.entries(definitions));
