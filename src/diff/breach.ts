import type { Catalog, Entry, Profile } from "../model/catalog.js";
import type { Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import { blamed, question } from "./blame.js";
import type { Suspect } from "./suspects.js";
import { answering, including, without } from "./variants.js";

/** Everything in which a profile is not as the standard has it, each taken by itself. */
interface Deviations {
  /** The standard with one thing as the profile has it. */
  readonly towards: readonly Suspect[];
  /** The profile with one thing as the standard has it. */
  readonly back: readonly Suspect[];
}

const made = new WeakMap<Profile, Deviations>();

/**
 * By what a kernel that does what its profile says breaks the standard: for each step that does,
 * the rules and questions of which one alone makes the standard allow it; where there is none, for
 * it takes several, those without which the profile would not have come to it.
 *
 * @param verdict of the standard on these observations
 */
export function breachesOf(
  trace: Trace,
  observations: readonly Observation[],
  { profile, standard }: { readonly profile: Profile; readonly standard: Profile },
  verdict: Verdict,
  catalog: Catalog,
): string[] {
  const deviations = made.get(profile) ?? deviationsOf(profile, standard, catalog);
  made.set(profile, deviations);
  const towards = question(trace, observations, deviations.towards);
  const alone = verdict.steps
    .filter(({ differs }) => differs.length > 0)
    .map(({ index }) => ({ index, ids: blamed(towards, index).map(({ id }) => id) }));
  if (alone.every(({ ids }) => ids.length > 0)) return alone.flatMap(({ ids }) => ids);
  const back = question(trace, observations, deviations.back);
  const needed = (last: number) =>
    back
      .filter(({ verdict: { steps } }) =>
        steps.some(({ index, differs }) => index <= last && differs.length > 0),
      )
      .map(({ id }) => id);
  return alone.flatMap(({ index, ids }) => (ids.length > 0 ? ids : needed(index)));
}

function deviationsOf(profile: Profile, standard: Profile, catalog: Catalog): Deviations {
  const answers = deviantAnswers(profile, standard, catalog);
  const rules = deviantRules(profile, standard, catalog);
  return {
    towards: [...answers, ...rules].map(({ id, towards }) => suspect(id, towards)),
    back: [...answers, ...rules].flatMap(({ id, back }) => (back ? [suspect(id, back)] : [])),
  };
}

function suspect(id: string, kernel: Profile): Suspect {
  return { name: id, id, kernel };
}

/** One thing, and the kernels that have it and do not. */
interface Deviation {
  readonly id: string;
  readonly towards: Profile;
  /** Absent where it has no place in the profile. */
  readonly back?: Profile;
}

function deviantAnswers(profile: Profile, standard: Profile, { questions }: Catalog): Deviation[] {
  return profile.answers.flatMap(({ question: index, alternative }) => {
    const known = questions[index];
    if (!known || alternative === undefined || known.alternatives[alternative]?.permitted)
      return [];
    const permitted = known.alternatives.findIndex((one) => one.permitted);
    const towards = answering(standard, index, alternative);
    return [{ id: known.id, towards, back: answering(profile, index, permitted) }];
  });
}

function deviantRules(profile: Profile, standard: Profile, { rules }: Catalog): Deviation[] {
  return standard.orders.flatMap(({ call, entries }) => {
    const own = profile.orders.find((order) => order.call === call)?.entries ?? [];
    const isOf = (list: readonly Entry[], entry: Entry) =>
      list.some((one) => one.rule === entry.rule && one.breach.val === entry.breach.val);
    const missing = entries.filter(({ rule }) => !own.some((one) => one.rule === rule));
    const others = own.filter((entry) => !isOf(entries, entry));
    const idOf = ({ rule }: Entry) => rules[rule]?.id ?? "";
    return [
      ...missing.map((entry) => ({ id: idOf(entry), towards: without(standard, entry.rule) })),
      ...others.map((entry) => ({
        id: idOf(entry),
        towards: including(standard, call, entry),
        back: without(profile, entry.rule),
      })),
    ];
  });
}
