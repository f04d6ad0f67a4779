import { type Catalog, catalog, type Profile } from "../model/catalog.js";
import { answering, swapping, without } from "./variants.js";

/** A kernel that differs from a profile in one thing. */
export interface Suspect {
  /** `no setpgid.child-execed`, `setpgid.reach answered descendant` */
  readonly name: string;
  /** The rule or the question. */
  readonly id: string;
  /** The rule that it lacks, by its place in the catalogue; absent if it lacks none. */
  readonly rule?: number;
  /** The answer to the question, by its place among the alternatives. */
  readonly alternative?: number;
  readonly kernel: Profile;
}

const made = new WeakMap<Profile, readonly Suspect[]>();

/**
 * Every kernel that lacks one rule of the profile, or answers one question otherwise; to a question
 * that the profile leaves open, each that answers it in one way. They are made once for a profile:
 * each has a machine of its own.
 */
export function suspectsOf(profile: Profile): readonly Suspect[] {
  const suspects = made.get(profile) ?? madeSuspects(profile, catalog());
  made.set(profile, suspects);
  return suspects;
}

function madeSuspects(profile: Profile, { rules, questions }: Catalog): Suspect[] {
  const lacking = profile.orders.flatMap(({ entries }) =>
    entries.map(({ rule }) => {
      const id = rules[rule]?.id ?? "";
      return { name: `no ${id}`, id, rule, kernel: without(profile, rule) };
    }),
  );
  const answered = profile.answers.flatMap(({ question, alternative: own }) => {
    const { id = "", alternatives = [] } = questions[question] ?? {};
    return alternatives.flatMap(({ name }, alternative) =>
      alternative === own
        ? []
        : {
            name: `${id} answered ${name}`,
            id,
            alternative,
            kernel: answering(profile, question, alternative),
          },
    );
  });
  return [...lacking, ...answered];
}

/** Two neighbouring checks of one call, the other way round. */
export interface Swap extends Suspect {
  /** The rules, in the order of the profile. */
  readonly rules: readonly [string, string];
  /** Whether both give the same when they are broken. */
  readonly alike: boolean;
}

/** Every kernel that makes two neighbouring checks of the profile the other way round. */
export function swapsOf(profile: Profile): Swap[] {
  const { rules } = catalog();
  return profile.orders.flatMap(({ call, entries }) =>
    entries.slice(1).map((second, i) => {
      const first = entries[i] ?? second;
      const [a, b] = [first, second].map(({ rule }) => rules[rule]?.id ?? "") as [string, string];
      const alike = JSON.stringify(first.breach) === JSON.stringify(second.breach);
      const kernel = swapping(profile, call, i);
      return { name: `${b} before ${a}`, id: b, kernel, rules: [a, b], alike };
    }),
  );
}

/**
 * Every kernel that differs from a profile in one thing: those of `suspectsOf`, and those that make
 * two neighbouring checks the other way round.
 */
export function neighboursOf(profile: Profile): readonly (Suspect | Swap)[] {
  return [...suspectsOf(profile), ...swapsOf(profile)];
}
