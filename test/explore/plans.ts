import { answering } from "../../src/diff/variants.js";
import { plainCalls, plainSignals } from "../../src/explore/alphabet.js";
import type { ExplorationPlan } from "../../src/explore/exploration.js";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";

/** A profile with questions answered otherwise. */
export function profileWith(name: string, answers: Readonly<Record<string, string>>): Profile {
  const { questions } = catalog();
  return Object.entries(answers).reduce((profile, [id, answer]) => {
    const index = questions.findIndex((question) => question.id === id);
    const alternatives = questions[index]?.alternatives ?? [];
    return answering(
      profile,
      index,
      alternatives.findIndex((one) => one.name === answer),
    );
  }, profileNamed(name) as Profile);
}

/** The plain calls in full, under a profile. */
export function plan(profile: Profile, more: Partial<ExplorationPlan> = {}): ExplorationPlan {
  return {
    profile,
    processes: 3,
    calls: plainCalls,
    signals: plainSignals,
    odd: false,
    view: "whole",
    renaming: true,
    firstWay: false,
    checked: true,
    limit: 2_000_000,
    ...more,
  };
}

/** The rules of the peers in bench/explore: orphans are nobody's concern, and reaped outside. */
export function planned(processes: number, more: Partial<ExplorationPlan>): ExplorationPlan {
  const answers = { "exit.new-parent": "system", "exit.orphan-signals": "nobody" };
  const profile = profileWith("linux", answers);
  return plan(profile, {
    processes,
    view: "relations",
    checked: false,
    limit: Number.POSITIVE_INFINITY,
    ...more,
  });
}
