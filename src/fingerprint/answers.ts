import { answering } from "../diff/variants.js";
import { type Catalog, familiesOf, type Profile, type Question } from "../model/catalog.js";
import { listOf, stepsOf } from "../trace/index.js";
import { allowedAt } from "./exhibit.js";
import type { Leftover } from "./leftovers.js";
import { divergence, type Place, type Recording, tellingStep, uniquePlaces } from "./recording.js";
import { type Ghost, type Standing, type Unmade, unmeasured } from "./standing.js";

/** One question, and what the kernel answers. */
export interface AnswerLine {
  /** Its place in the catalogue. */
  readonly question: number;
  readonly alternative: number;
  readonly standing: Standing;
  /** The other alternatives that no observation rules out. */
  readonly left: readonly number[];
}

/** What is known of one alternative that the table does not have. */
interface Rival {
  readonly alternative: number;
  readonly profile: Profile;
  /** A step that the table explains and the alternative does not. */
  readonly against: Place | undefined;
  /** A step that only the alternative explains, or that neither explains though they differ there. */
  readonly doubt: Place | undefined;
}

/** What the answers of a table are held against. */
export interface Witnesses {
  readonly recordings: readonly Recording[];
  /** What the table does not explain. */
  readonly leftovers: readonly Leftover[];
  readonly ghosts: readonly Ghost[];
}

/** Of the steps of one kind that the table does not explain, so many are held against every answer. */
const SPECIMENS = 4;

/** Holds every answer of the table against all others that could be given. */
export function answerLines(
  profile: Profile,
  { recordings, leftovers, ghosts }: Witnesses,
  catalog: Catalog,
): AnswerLine[] {
  const open = recordings.filter((recording) => divergence(profile, recording));
  const denied = leftovers.flatMap(({ places }) =>
    places.map((place, rank) => ({
      place,
      allowed: allowedAt(place, profile).join(),
      isSpecimen: rank < SPECIMENS,
    })),
  );
  return profile.answers.flatMap(({ question, alternative }) => {
    const known = catalog.questions[question];
    if (!known || alternative === undefined) return [];
    const ordered = namingFirst(recordings, known);
    const shown = denied.filter(({ place, isSpecimen }) => isSpecimen || isAbout(place, known));
    const rivals = known.alternatives.flatMap((_, other) => {
      if (other === alternative) return [];
      const variant = answering(profile, question, other);
      const against = firstTelling(profile, variant, ordered, true);
      const doubt = firstTelling(profile, variant, open, false) ?? beyond(variant, shown);
      return [{ alternative: other, profile: variant, against, doubt }];
    });
    return [{ question, alternative, ...judged(profile, rivals, ghosts) }];
  });
}

/** A step that this answer does not explain either, though it makes the kernel do something else. */
function beyond(
  variant: Profile,
  shown: readonly { readonly place: Place; readonly allowed: string }[],
): Place | undefined {
  return shown.find(({ place, allowed }) => allowedAt(place, variant).join() !== allowed)?.place;
}

/** The first step that tells the two apart and speaks for the one that is asked for. */
function firstTelling(
  profile: Profile,
  variant: Profile,
  recordings: readonly Recording[],
  forFirst: boolean,
): Place | undefined {
  for (const recording of recordings) {
    const telling = tellingStep(profile, variant, recording);
    if (telling?.forFirst === forFirst) return telling;
  }
  return undefined;
}

function judged(
  profile: Profile,
  rivals: readonly Rival[],
  ghosts: readonly Ghost[],
): Pick<AnswerLine, "standing" | "left"> {
  const by = uniquePlaces(rivals.flatMap(({ against }) => against ?? []));
  const against = uniquePlaces(rivals.flatMap(({ doubt }) => doubt ?? []));
  const left = rivals.filter((rival) => !rival.against);
  const alternatives = left.map(({ alternative }) => alternative);
  if (against.length > 0)
    return { standing: { kind: "contradicted", by, against }, left: alternatives };
  if (left.length === 0) return { standing: { kind: "measured", by }, left: [] };
  return { standing: unmeasured(tellersOf(profile, left, ghosts)), left: alternatives };
}

/** The traces that would have told the table from what is left. */
function tellersOf(
  profile: Profile,
  left: readonly Rival[],
  ghosts: readonly Ghost[],
): readonly Unmade[] {
  return ghosts.filter((ghost) =>
    left.some((rival) => tellingStep(profile, rival.profile, ghost)?.forFirst),
  );
}

/** Those first that say that they are about the question. */
function namingFirst(recordings: readonly Recording[], question: Question): Recording[] {
  const isNaming = (recording: Recording) => names(recording, question);
  return [...recordings.filter(isNaming), ...recordings.filter((one) => !isNaming(one))];
}

/** The call is the question's own, in a trace that says that it is about it. */
function isAbout({ recording, index }: Place, question: Question): boolean {
  const call = stepsOf(recording.trace)[index]?.call.function ?? "";
  return (
    names(recording, question) &&
    familiesOf(call).some((family) => question.id.startsWith(`${family}.`))
  );
}

/** Its front matter says that the trace is about the question. */
function names({ trace }: Recording, { id }: Question): boolean {
  return listOf(trace, "questions").some((entry) => entry.startsWith(`${id}=`));
}
