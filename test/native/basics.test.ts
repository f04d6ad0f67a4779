import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NativeWorld } from "../../src/native/index.js";
import { parse, printAnswer, printEffect, stepsOf } from "../../src/trace/index.js";

let world: NativeWorld;
beforeAll(async () => {
  world = await NativeWorld.open();
});
afterAll(() => world.close());

/** Runs the steps and writes down what they gave, as a trace would. */
async function show(text: string): Promise<string[]> {
  const trace = parse(text);
  const { observations, obstacle } = await world.run(trace);
  const steps = stepsOf(trace);
  const lines = observations.flatMap(({ answer, effects }, i) => [
    `${steps[i]?.actor}: ${steps[i]?.call.function} ${printAnswer(answer)}`,
    ...effects.map((effect) => `  ${printEffect(effect)}`),
  ]);
  return obstacle ? [...lines, `${obstacle.kind}: ${obstacle.reason}`] : lines;
}

describe("a real kernel", () => {
  test("forks, moves and waits", async () => {
    expect(
      await show(
        "init: fork() = a\na: setpgid(0, 0)\ninit: getpgid(a)\na: _exit(3)\ninit: waitpid(a, 0)\na: getpid()\n",
      ),
    ).toEqual([
      "init: fork a",
      "a: setpgid 0",
      "init: getpgid a",
      "a: _exit ?",
      "init: waitpid a [exited 3]",
      "a: getpid <not run>",
    ]);
  });
});
