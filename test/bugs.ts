import { answering, without } from "../src/diff/variants.js";
import { catalog, type Profile } from "../src/model/catalog.js";

/** A kernel that differs from a profile in one thing. */
export interface Bug {
  /** `no setpgid.child-execed`, `setpgid.reach answered descendant` */
  readonly name: string;
  /** The rule or the question. */
  readonly id: string;
  readonly kernel: Profile;
}

/** Every kernel that lacks one rule of the profile, and every one that answers one question otherwise. */
export function bugsIn(profile: Profile): Bug[] {
  const { rules, questions } = catalog();
  const lacking = profile.orders.flatMap(({ entries }) =>
    entries.map(({ rule }) => {
      const id = rules[rule]?.id ?? "";
      return { name: `no ${id}`, id, kernel: without(profile, rule) };
    }),
  );
  const answered = profile.answers.flatMap(({ question, alternative }) => {
    const { id = "", alternatives = [] } = questions[question] ?? {};
    return alternatives.flatMap(({ name }, other) =>
      other === alternative
        ? []
        : [{ name: `${id} answered ${name}`, id, kernel: answering(profile, question, other) }],
    );
  });
  return [...lacking, ...answered];
}

/** Bugs in linux that no trace of these calls can show on Linux, with the reason. */
export const invisible: ReadonlyMap<string, string> = new Map([
  ["sigaction.fixed-query answered refused", "the rule that asks is not in the order of linux"],
  ["getpgid.across-sessions answered hidden", "the rule that asks is not in the order of linux"],
  [
    "setpgid.group-session answered target",
    "setpgid.other-session refuses every target that is in another session than the caller",
  ],
  ["waitpid.order answered any", "the first of any is the oldest, and the planted kernel takes it"],
]);
