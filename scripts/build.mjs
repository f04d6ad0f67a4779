import { agentStep } from "./build/agent.mjs";
import { componentStep } from "./build/component.mjs";
import { glueStep } from "./build/glue.mjs";
import { grammarStep } from "./build/grammar.mjs";
import { libraryStep } from "./build/library.mjs";
import { perform } from "./build/step.mjs";

const target = process.argv.includes("--debug") ? "debug" : "release";

try {
  await perform(componentStep(target));
  await perform(glueStep());
  await perform(await grammarStep());
  await perform(agentStep());
  await perform(libraryStep());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
