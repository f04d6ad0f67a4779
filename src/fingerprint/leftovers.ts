import type { Profile } from "../model/catalog.js";
import { stepsOf } from "../trace/index.js";
import { type Exhibit, exhibit } from "./exhibit.js";
import { fitOf, type Place, type Recording } from "./recording.js";

/** Steps of one kind that no answer and no order explains. */
export interface Leftover {
  readonly places: readonly Place[];
  /** The first of them. */
  readonly example: Exhibit;
}

/** The steps, in known states, that the profile does not allow. */
export function deniedBy(profile: Profile, recordings: readonly Recording[]): Place[] {
  return recordings.flatMap((recording) => {
    const { allows, sound } = fitOf(profile, recording);
    return allows.flatMap((allowed, index) =>
      allowed || index >= sound ? [] : [{ recording, index }],
    );
  });
}

/** What the table does not explain, those that are alike together, the most frequent first. */
export function leftoversOf(profile: Profile, recordings: readonly Recording[]): Leftover[] {
  const groups = new Map<string, Place[]>();
  for (const place of deniedBy(profile, recordings)) {
    const key = kindOf(place);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((places) => {
      const [first] = places;
      return first ? [{ places, example: exhibit(first, profile) }] : [];
    });
}

/** The function, what it gave, and what happened to others: steps of one kind are seldom two causes. */
export function kindOf({ recording, index }: Place): string {
  const call = stepsOf(recording.trace)[index]?.call;
  const observed = recording.transcript.observations[index];
  if (!call || !observed) return "";
  const { answer, effects } = observed;
  const gave = answer.kind === "error" ? answer.errno : answer.kind;
  const kinds = new Set(effects.map(({ kind }) => kind));
  return [nameOf(call), gave, ...[...kinds].sort()].join();
}

/** `ioctl` is a different call for each of its requests. */
function nameOf(call: ReturnType<typeof stepsOf>[number]["call"]): string {
  const words = call.arguments.flatMap((argument) =>
    argument.kind === "constants" ? argument.words : [],
  );
  return call.function === "ioctl" ? `ioctl ${words.join()}` : call.function;
}
