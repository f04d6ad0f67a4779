import { filesBelow } from "./files.mjs";

const builder = "src/trace/build-grammar.mjs";
const output = "src/trace/grammar";

/**
 * Builds the parser of the trace language from its grammar.
 *
 * @returns {Promise<import("./step.mjs").Step>}
 */
export async function grammarStep() {
  const sources = (await filesBelow("src/trace")).filter((file) => file.endsWith(".grammar"));
  return {
    name: "grammar",
    inputs: [builder, ...sources],
    outputs: [output],
    async run() {
      const { buildGrammar } = await import(`../../${builder}`);
      await buildGrammar({ log: console.log });
      return { summary: output };
    },
  };
}
