import { parse, printAnswer, printCall, printEffect, stepsOf } from "../../src/trace/index.js";
import type { World } from "../../src/world.js";

/** Runs steps in a world and writes down what they gave, as a trace has it. An obstacle comes last. */
export async function show(world: World, text: string): Promise<string> {
  const trace = parse(text);
  const { observations, obstacle } = await world.run(trace);
  const steps = stepsOf(trace);
  const lines = observations.flatMap(({ answer, effects }, i) => {
    const step = steps[i];
    if (!step) throw new Error("more observations than steps");
    const sign = answer.kind === "blocked" || answer.kind === "not-run" ? "" : "= ";
    return [
      `${step.actor}: ${printCall(step.call)} ${sign}${printAnswer(answer)}`,
      ...effects.map((effect) => `  ${printEffect(effect)}`),
    ];
  });
  return [...lines, ...(obstacle ? [`${obstacle.kind}: ${obstacle.reason}`] : []), ""].join("\n");
}

/** The rows after the last step that ran: `name state parent/group/session`. */
export async function rows(world: World, text: string): Promise<string[]> {
  const { observations } = await world.run(parse(text));
  const processes = observations.at(-1)?.processes ?? [];
  return processes.map(
    ({ name, state, parent, group, session }) => `${name} ${state} ${parent}/${group}/${session}`,
  );
}
