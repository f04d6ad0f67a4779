import { agentStep } from "./build/agent.mjs";
import { componentStep } from "./build/component.mjs";
import { glueStep } from "./build/glue.mjs";
import { grammarStep } from "./build/grammar.mjs";
import { libraryStep } from "./build/library.mjs";
import { perform } from "./build/step.mjs";
import { model, page } from "./build/worlds.mjs";

const target = process.argv.includes("--debug") ? "debug" : "release";

try {
  for (const world of [model, page]) {
    await perform(componentStep(world, target));
    await perform(glueStep(world));
  }
  await perform(await grammarStep());
  await perform(agentStep());
  await perform(libraryStep());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
