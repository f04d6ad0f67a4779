import { answering, ordering } from "../diff/variants.js";
import type { Catalog, Entry, Profile } from "../model/catalog.js";
import type { Check } from "./checks.js";
import { holds, improved, speaks } from "./order.js";

/** One thing in which a kernel may differ from a profile. */
export type Change =
  | { readonly kind: "answer"; readonly question: number; readonly alternative: number }
  | { readonly kind: "order"; readonly call: string; readonly entries: readonly Entry[] };

/** The kernel that differs from the profile in this. */
export function changed(profile: Profile, change: Change): Profile {
  return change.kind === "answer"
    ? answering(profile, change.question, change.alternative)
    : ordering(profile, change.call, change.entries);
}

/** Every other answer to every question. */
export function otherAnswers(profile: Profile, { questions }: Catalog): Change[] {
  return profile.answers.flatMap(({ question, alternative }) =>
    (questions[question]?.alternatives ?? []).flatMap((_, other) =>
      other === alternative ? [] : [{ kind: "answer" as const, question, alternative: other }],
    ),
  );
}

/** For each call whose checks the profile does not give, the order that gives most of them. */
export function betterOrders(
  profile: Profile,
  checks: readonly Check[],
  catalog: Catalog,
): Change[] {
  return profile.orders.flatMap(({ call, entries }) => {
    const own = checks.filter((check) => check.call === call && speaks(check));
    if (own.every((check) => holds(entries, check))) return [];
    const better = improved(entries, own, catalog);
    return better === entries ? [] : [{ kind: "order" as const, call, entries: better }];
  });
}
