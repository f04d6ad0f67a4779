import { answering, ordering, without } from "../diff/variants.js";
import { type Catalog, type Profile, STANDARD } from "../model/catalog.js";
import { speechOf } from "./checks.js";
import { type Exhibit, exhibit } from "./exhibit.js";
import { deniedBy } from "./leftovers.js";
import { fitOf, type Place, type Recording } from "./recording.js";

/** Steps that the standard does not permit, for one reason. */
export interface Violation {
  /** The rule or question of the table that makes the kernel do this; undefined if none alone does. */
  readonly id: string | undefined;
  readonly places: readonly Place[];
  /** The first of them, beside what the standard permits. */
  readonly example: Exhibit;
}

/** A line of the table that is not the standard's, and the kernels that would keep to it. */
interface Deviation {
  readonly id: string;
  readonly keeping: readonly Profile[];
}

/** Everything that was observed in a known state and breaks the standard, by the line that says so. */
export function violationsOf(
  profile: Profile,
  recordings: readonly Recording[],
  catalog: Catalog,
): Violation[] {
  const standard = catalog.profiles.find(({ name }) => name === STANDARD);
  if (!standard) throw new Error(`the catalogue lacks the profile ${STANDARD}`);
  const deviations = deviationsOf(profile, standard, catalog);
  const groups = new Map<string | undefined, Place[]>();
  for (const place of deniedBy(standard, recordings)) {
    const id = deviations.find((deviation) => causes(deviation, profile, place))?.id;
    groups.set(id, [...(groups.get(id) ?? []), place]);
  }
  return [...groups].flatMap(([id, places]) => {
    const [first] = places;
    return first ? [{ id, places, example: exhibit(first, standard) }] : [];
  });
}

/** The profile allows the step, and would not if it kept to the standard in this one line. */
function causes({ keeping }: Deviation, profile: Profile, { recording, index }: Place): boolean {
  return (
    fitOf(profile, recording).allows[index] === true &&
    keeping.some((kernel) => fitOf(kernel, recording).allows[index] === false)
  );
}

function deviationsOf(profile: Profile, standard: Profile, catalog: Catalog): Deviation[] {
  return [...deviantAnswers(profile, catalog), ...deviantRules(profile, standard, catalog)];
}

function deviantAnswers(profile: Profile, { questions }: Catalog): Deviation[] {
  return profile.answers.flatMap(({ question, alternative }) => {
    const { id = "", alternatives = [] } = questions[question] ?? {};
    if (alternative === undefined || alternatives[alternative]?.permitted !== false) return [];
    const keeping = alternatives.flatMap(({ permitted }, other) =>
      permitted ? [answering(profile, question, other)] : [],
    );
    return [{ id, keeping }];
  });
}

/** The rules that only one of the two has, and those for which the standard has another error. */
function deviantRules(profile: Profile, standard: Profile, { rules }: Catalog): Deviation[] {
  return profile.orders.flatMap(({ call, entries }) => {
    const permitted = standard.orders.find((order) => order.call === call)?.entries ?? [];
    const extra = entries.flatMap((entry) => {
      const own = permitted.filter(({ rule }) => rule === entry.rule);
      if (own.some(({ breach }) => speechOf(breach) === speechOf(entry.breach))) return [];
      const [there] = own;
      const id = rules[entry.rule]?.id ?? "";
      const mended = entries.map((other) => (other === entry && there ? there : other));
      const keeping = there ? ordering(profile, call, mended) : without(profile, entry.rule);
      return [{ id, keeping: [keeping] }];
    });
    const lacking = permitted.flatMap((entry) => {
      if (entries.some(({ rule }) => rule === entry.rule)) return [];
      return [
        {
          id: rules[entry.rule]?.id ?? "",
          keeping: [ordering(profile, call, [entry, ...entries])],
        },
      ];
    });
    return [...extra, ...lacking];
  });
}
