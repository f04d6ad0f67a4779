import { existsSync } from "node:fs";
import { agentStep } from "./build/agent.mjs";
import { componentStep } from "./build/component.mjs";
import { glueStep } from "./build/glue.mjs";
import { grammarStep } from "./build/grammar.mjs";
import { libraryStep } from "./build/library.mjs";
import { path } from "./build/paths.mjs";
import { perform } from "./build/step.mjs";

const target = process.argv.includes("--debug") ? "debug" : "release";

try {
  await perform(componentStep(target));
  await perform(glueStep());
  if (existsSync(path("src/trace/build-grammar.mjs"))) await perform(await grammarStep());
  if (existsSync(path("src/native/agent/build.mjs"))) await perform(await agentStep());
  await perform(libraryStep());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
