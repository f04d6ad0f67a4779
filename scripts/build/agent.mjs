import { relative } from "node:path";
import { root } from "./paths.mjs";

const builder = "src/native/agent/build.mjs";

/**
 * Builds the C agent of the native world for this machine. Without a C compiler the rest of the
 * package still works, so that is said, not thrown. It is asked for each time, because a compiler
 * may have come; an agent that is current is not built again.
 *
 * @returns {import("./step.mjs").Step}
 */
export function agentStep() {
  return {
    name: "agent",
    inputs: [],
    outputs: [],
    async run() {
      const { buildAgent } = await import(`../../${builder}`);
      const { path, missing } = await buildAgent({ log: console.log });
      return { summary: path ? relative(root, path) : `not built: ${missing}`, again: true };
    },
  };
}
