import { caseName } from "../../src/diff/compare.js";
import type { Recording } from "../../src/fingerprint/recording.js";
import type { Profile } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import { blocksOf } from "../../src/trace/index.js";
import { casesIn } from "../suite.js";

const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples").filter(
  ({ trace }) => blocksOf(trace).length === 0,
);

/** What a kernel of the model shows of the suite, as if it were unknown. */
export function recordingsOf(kernel: Profile): Recording[] {
  const world = new ModelWorld(kernel);
  return cases.map(({ file, trace }) => ({
    name: caseName(file),
    trace,
    transcript: world.runNow(trace),
  }));
}
