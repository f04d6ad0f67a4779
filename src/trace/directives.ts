import type { Parameter } from "./definition.js";

/** Every directive: what the world is told, apart from calls. */
const definitions: Record<string, readonly Parameter[]> = {
  /** The next fork gives the old number of this process, or the next free one after it. */
  "next-pid": [{ name: "process", kind: "named" }],
};

/** The parameters of each directive. */
export const directives: ReadonlyMap<string, readonly Parameter[]> = new Map(
  Object.entries(definitions),
);
