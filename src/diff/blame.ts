import type { Catalog, Profile } from "../model/catalog.js";
import { follow, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import { answering, without } from "./variants.js";

/**
 * A kernel that differs from the profile in one thing, and the id of the rule or question that
 * names it.
 */
interface Suspect {
  readonly id: string;
  readonly profile: Profile;
}

const made = new WeakMap<Profile, readonly Suspect[]>();

/**
 * Every kernel that lacks one rule of the profile, or answers one question otherwise. They are made
 * once for a profile: each has a machine of its own.
 */
function suspectsOf(profile: Profile, catalog: Catalog): readonly Suspect[] {
  const suspects = made.get(profile) ?? madeSuspects(profile, catalog);
  made.set(profile, suspects);
  return suspects;
}

function madeSuspects(profile: Profile, { rules, questions }: Catalog): Suspect[] {
  const lacking = profile.orders.flatMap(({ entries }) =>
    entries.map(({ rule }) => ({ id: rules[rule]?.id ?? "", profile: without(profile, rule) })),
  );
  const answered = profile.answers.flatMap(({ question, alternative }) => {
    const known = questions[question];
    if (!known || alternative === undefined) return [];
    const others = known.alternatives.map((_, i) => i).filter((i) => i !== alternative);
    return others.map((other) => ({ id: known.id, profile: answering(profile, question, other) }));
  });
  return [...lacking, ...answered];
}

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
  catalog: Catalog,
): string[][] {
  const blamed: string[][] = verdict.steps.map(() => []);
  for (const { id, profile: suspect } of suspectsOf(profile, catalog)) {
    const { steps } = follow(trace, observations, suspect);
    for (const { index, differs } of verdict.steps) {
      if (differs.length === 0 || steps[index]?.differs.length !== 0) continue;
      if (!blamed[index]?.includes(id)) blamed[index]?.push(id);
    }
  }
  return blamed;
}
