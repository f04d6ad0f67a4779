import type { Catalog, Evidence as Mark, Profile } from "../model/catalog.js";
import { type AnswerLine, answerLines } from "./answers.js";
import { type Distance, distances, isOrdered } from "./distance.js";
import { type Leftover, leftoversOf } from "./leftovers.js";
import { divergence, merit, type Recording } from "./recording.js";
import { type CallLine, callLines } from "./rules.js";
import { allChecks, bestFrom, type Evidence, type Listener } from "./search.js";
import { type Violation, violationsOf } from "./standard.js";
import { ghostsOf, type Unmade } from "./standing.js";

/** The measured profile of a kernel, and how each of its lines is known. */
export interface Fingerprint {
  /** The table. A line is marked as measured if everything else that it could say is ruled out. */
  readonly profile: Profile;
  readonly answers: readonly AnswerLine[];
  readonly calls: readonly CallLine[];
  /** The known profiles, the nearest first. */
  readonly nearest: readonly Distance[];
  /** What no answer and no order explains. */
  readonly leftovers: readonly Leftover[];
  readonly violations: readonly Violation[];
  /** The traces that were not run to their end, with the reason. */
  readonly unmade: readonly Unmade[];
  /** Traces of which something was observed, and the steps of all of them. */
  readonly cases: number;
  readonly steps: number;
}

/** What the fingerprint is to be called. */
export interface Label {
  readonly name: string;
  /** What was looked at. */
  readonly text: string;
}

/** A search begins at so many of the known kernels: what is nearest at first need not be so at last. */
const STARTS = 3;

/** Works out the profile of an unknown kernel from what it showed of a suite of traces. */
export function fingerprint(
  recordings: readonly Recording[],
  catalog: Catalog,
  label: Label,
  listener: Listener = () => {},
): Fingerprint {
  const seen = recordings.filter(({ transcript }) => transcript.observations.length > 0);
  const known = kernelsByMerit(seen, catalog);
  const found = searched(known, { recordings: seen, catalog, listener });
  listener("telling the lines of the table apart");
  const ghosts = ghostsOf(found, recordings);
  const leftovers = leftoversOf(found, seen);
  const answers = answerLines(found, { recordings: seen, leftovers, ghosts }, catalog);
  const calls = callLines(found, allChecks(found, seen, catalog), ghosts, catalog);
  return {
    profile: marked({ ...found, ...label }, answers, calls),
    answers,
    calls,
    nearest: distances(catalog.profiles, { answers, calls }, seen),
    leftovers,
    violations: violationsOf(found, seen, catalog),
    unmade: recordings.flatMap(({ name, transcript: { obstacle } }) =>
      obstacle ? [{ name, reason: obstacle.reason }] : [],
    ),
    cases: seen.length,
    steps: seen.reduce((sum, { transcript }) => sum + transcript.observations.length, 0),
  };
}

/** The known kernels, the one first that explains most. The standard is none: it has no order. */
function kernelsByMerit(recordings: readonly Recording[], { profiles }: Catalog): Profile[] {
  const kernels = profiles.filter(isOrdered);
  const merits = new Map(kernels.map((kernel) => [kernel, merit(kernel, recordings)]));
  return kernels.sort((a, b) => (merits.get(b) ?? 0) - (merits.get(a) ?? 0));
}

function searched(known: readonly Profile[], evidence: Evidence): Profile {
  const [nearest] = known;
  if (!nearest) throw new Error("the catalogue has no kernel");
  const { recordings } = evidence;
  if (!recordings.some((recording) => divergence(nearest, recording))) return nearest;
  const ends = known.slice(0, STARTS).map((start) => bestFrom(start, evidence, true));
  const best = ends.reduce((a, b) => (merit(b, recordings) > merit(a, recordings) ? b : a));
  return bestFrom(best, evidence);
}

/** The table with a mark at each line: measured where it was told apart, else to be confirmed. */
function marked(
  profile: Profile,
  answers: readonly AnswerLine[],
  calls: readonly CallLine[],
): Profile {
  const markOf = (kind: string | undefined): Mark =>
    kind === "measured" ? "measured" : "unverified";
  const rules = new Map(
    calls.flatMap(({ present }) => present.map(({ rule, standing }) => [rule, standing.kind])),
  );
  const kinds = new Map(answers.map(({ question, standing }) => [question, standing.kind]));
  return {
    ...profile,
    orders: profile.orders.map((order) => ({
      ...order,
      entries: order.entries.map((entry) => ({
        ...entry,
        evidence: markOf(rules.get(entry.rule)),
      })),
    })),
    answers: profile.answers.map((answer) => ({
      ...answer,
      evidence: markOf(kinds.get(answer.question)),
    })),
  };
}
