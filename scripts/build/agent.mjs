import { relative } from "node:path";
import { filesBelow } from "./files.mjs";
import { root } from "./paths.mjs";

const home = "src/native/agent";
const output = `${home}/bin`;

/**
 * Builds the C agent of the native world for this machine. Without a C compiler the rest of the
 * package still works, so that is said, not thrown.
 *
 * @returns {Promise<import("./step.mjs").Step>}
 */
export async function agentStep() {
  const files = await filesBelow(home);
  return {
    name: "agent",
    inputs: files.filter((file) => !file.startsWith(`${output}/`)),
    outputs: [output],
    salt: `${process.platform} ${process.arch} ${process.env.CC ?? ""}`,
    async run() {
      const { buildAgent } = await import(`../../${home}/build.mjs`);
      const { path, missing } = await buildAgent({ log: console.log });
      return path
        ? { summary: relative(root, path) }
        : { summary: `not built: ${missing}`, incomplete: true };
    },
  };
}
