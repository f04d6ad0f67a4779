import { follow, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import type { Suspect } from "./suspects.js";

/** A suspect, and how it takes what was observed. */
export interface Statement extends Suspect {
  readonly verdict: Verdict;
}

/** How each suspect takes what was observed. */
export function question(
  trace: Trace,
  observations: readonly Observation[],
  suspects: readonly Suspect[],
): Statement[] {
  return suspects.map((suspect) => ({
    ...suspect,
    verdict: follow(trace, observations, suspect.kernel),
  }));
}

/** The suspects whose difference alone makes what was observed at a step what is allowed. */
export function blamed(statements: readonly Statement[], index: number): Statement[] {
  return statements.filter(({ verdict }) => verdict.steps[index]?.differs.length === 0);
}
