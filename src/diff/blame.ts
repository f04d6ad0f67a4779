import type { Catalog, Profile } from "../model/catalog.js";
import { follow, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import { answering, without } from "./variants.js";

/**
 * A kernel that differs from the profile in one thing, and the id of the rule or question that
 * names it.
 */
export interface Suspect {
  readonly id: string;
  readonly profile: Profile;
  /** The answer to the question, by its place among the alternatives. */
  readonly alternative?: number;
}

/** A suspect, and how it takes what was observed. */
export interface Statement extends Suspect {
  readonly verdict: Verdict;
}

const made = new WeakMap<Profile, readonly Suspect[]>();

/**
 * Every kernel that lacks one rule of the profile, or answers one question otherwise; to a question
 * that the profile leaves open, each that answers it in one way. They are made once for a profile:
 * each has a machine of its own.
 */
export function suspectsOf(profile: Profile, catalog: Catalog): readonly Suspect[] {
  const suspects = made.get(profile) ?? madeSuspects(profile, catalog);
  made.set(profile, suspects);
  return suspects;
}

function madeSuspects(profile: Profile, { rules, questions }: Catalog): Suspect[] {
  const lacking = profile.orders.flatMap(({ entries }) =>
    entries.map(({ rule }) => ({ id: rules[rule]?.id ?? "", profile: without(profile, rule) })),
  );
  const answered = profile.answers.flatMap(({ question, alternative: own }) => {
    const known = questions[question];
    if (!known) return [];
    const others = known.alternatives.map((_, i) => i).filter((i) => i !== own);
    return others.map((alternative) => ({
      id: known.id,
      alternative,
      profile: answering(profile, question, alternative),
    }));
  });
  return [...lacking, ...answered];
}

/** How each suspect takes what was observed. */
export function question(
  trace: Trace,
  observations: readonly Observation[],
  suspects: readonly Suspect[],
): Statement[] {
  return suspects.map((suspect) => ({
    ...suspect,
    verdict: follow(trace, observations, suspect.profile),
  }));
}

/** The suspects whose difference alone makes what was observed at a step what is allowed. */
export function blamed(statements: readonly Statement[], index: number): Statement[] {
  return statements.filter(({ verdict }) => verdict.steps[index]?.differs.length === 0);
}
