import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { follow, ModelWorld, parse, profileNamed } from "retinue";
import { cost } from "./measure.mjs";

// What it costs to hold a step of the suite to the standard, which is a set of kernels, beside what
// it costs to hold it to one kernel; and how large the set becomes.

const folder = fileURLToPath(new URL("../test/scenarios", import.meta.url));
/** More kernels than these are not followed. */
const mostFollowed = 4096;

/** Every trace of the suite, as Linux answers it. */
function suite() {
  const linux = new ModelWorld(profileNamed("linux"));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".trace"))
    .map((name) => {
      const trace = parse(readFileSync(join(folder, name), "utf8"), name);
      return { trace, observations: linux.runNow(trace).observations };
    });
}

export function oracleFigures() {
  const runs = suite();
  const hold = (profile) =>
    runs.flatMap(({ trace, observations }) => follow(trace, observations, profile).steps);
  const [posix, linux] = ["posix", "linux"].map(profileNamed);
  const steps = hold(posix);
  const most = steps.reduce((largest, { worlds }) => Math.max(largest, worlds), 0);
  const mean = steps.reduce((sum, { worlds }) => sum + worlds, 0) / steps.length;
  const perStep = (profile) =>
    cost(steps.length, () => hold(profile), { rounds: 3, warmUp: 0 }) / 1000;
  return [
    [`a step of the suite held to posix, ${steps.length} steps`, perStep(posix), "µs"],
    ["the same held to linux, one kernel", perStep(linux), "µs"],
    ["the most kernels that are possible at a time under posix", most, "kernels", mostFollowed],
    ["the same, on average", mean, "kernels"],
  ];
}
