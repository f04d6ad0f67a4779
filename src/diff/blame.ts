import type { Profile } from "../model/catalog.js";
import { follow, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import { suspectsOf } from "./suspects.js";

/**
 * For each step, the rules and questions of which one alone, missing or answered otherwise, would
 * make the observation what the profile allows.
 *
 * @param verdict of the profile on these observations
 */
export function blame(
  trace: Trace,
  observations: readonly Observation[],
  profile: Profile,
  verdict: Verdict,
): string[][] {
  const blamed: string[][] = verdict.steps.map(() => []);
  for (const { id, kernel } of suspectsOf(profile)) {
    const { steps } = follow(trace, observations, kernel);
    for (const { index, differs } of verdict.steps) {
      if (differs.length === 0 || steps[index]?.differs.length !== 0) continue;
      if (!blamed[index]?.includes(id)) blamed[index]?.push(id);
    }
  }
  return blamed;
}
