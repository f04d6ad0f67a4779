import { expect, test } from "vitest";
import { coveringSuite } from "../../src/explore/suite.js";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import { NativeWorld } from "../../src/native/index.js";
import { follow } from "../../src/oracle/follow.js";
import { parse, print } from "../../src/trace/index.js";
import { bugsIn } from "../bugs.js";
import { plan } from "./plans.js";

const linux = profileNamed("linux") as Profile;
const small = plan(linux, { processes: 2 });

test("a suite of every class of states has every process in every relation to the other", async () => {
  const { traces, covered } = await coveringSuite(small, "classes");
  expect(covered).toBeGreaterThan(traces.length);
  for (const trace of traces) expect(print(parse(print(trace)))).toBe(print(trace));
});

test("a suite of every rule finds the kernels that lack one of them", async () => {
  const { traces } = await coveringSuite(plan(linux), "rules");
  const finds = (kernel: Profile) =>
    traces.some((trace) => {
      const { observations } = new ModelWorld(kernel).runNow(trace);
      return follow(trace, observations, linux).steps.some(({ differs }) => differs.length > 0);
    });
  // Rules of these calls that no plain argument breaks, or that no process here can: see --odd.
  const beyond =
    /negative|int-min|options|signal|no-such-file|thread|permitted|nobody|kill.no-such-process/;
  const bugs = bugsIn(linux).filter(
    ({ name, id }) => /^no (setpgid|setsid|waitpid|execve|kill)\./.test(name) && !beyond.test(id),
  );
  expect(bugs.length).toBeGreaterThan(5);
  expect(bugs.filter(({ kernel }) => !finds(kernel)).map(({ name }) => name)).toEqual([]);
});

test.runIf(process.platform === "linux")("a suite of every rule agrees on Linux", async () => {
  await using world = await open();
  const { traces, covered } = await coveringSuite(small, "rules");
  expect(covered).toBeGreaterThan(10);
  for (const trace of traces) {
    const { observations, obstacle } = await world.run(trace);
    expect(obstacle?.kind).not.toBe("broken");
    const { steps } = follow(trace, observations, linux);
    expect(steps.filter(({ differs }) => differs.length > 0)).toEqual([]);
  }
});

async function open() {
  const world = await NativeWorld.open();
  return Object.assign(world, { [Symbol.asyncDispose]: () => world.close() });
}
