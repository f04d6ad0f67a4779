import type { Profile } from "../model/catalog.js";
import { ModelWorld } from "../model/world.js";
import { stepsOf } from "../trace/index.js";
import { divergence, type Place, type Recording } from "./recording.js";

/** How well a line of the table is known. */
export type Standing =
  /** Everything else that the line could say is ruled out by one of these steps. */
  | { readonly kind: "measured"; readonly by: readonly Place[] }
  /** Steps speak for the line, and steps speak against it. */
  | {
      readonly kind: "contradicted";
      readonly by: readonly Place[];
      readonly against: readonly Place[];
    }
  /** The rule was broken, but only together with one that is checked first, so it may be there or not. */
  | { readonly kind: "hidden"; readonly by: readonly Place[] }
  /** No trace of the suite tells: on a kernel with this table all would go the same way. */
  | { readonly kind: "untold" }
  /** Traces would tell, but they were not run to their end, or this kernel left them before. */
  | { readonly kind: "unreached"; readonly tellers: readonly Unmade[] };

/** A trace that did not tell what it could have told. */
export interface Unmade {
  readonly name: string;
  /** One sentence, or the part of one that follows on the name and a colon. */
  readonly reason: string;
}

/** A trace that the kernel did not follow to its end, as the table says that it would go. */
export interface Ghost extends Recording, Unmade {}

/** What the table says of every trace that was skipped, broke, or went another way. */
export function ghostsOf(profile: Profile, recordings: readonly Recording[]): Ghost[] {
  const world = new ModelWorld(profile);
  return recordings.flatMap((recording) => {
    const reason = whyUnmade(profile, recording);
    if (reason === undefined) return [];
    const { name, trace } = recording;
    return [{ name, trace, reason, transcript: world.runNow(trace) }];
  });
}

/** Why the trace does not tell everything that it could; undefined if it does. */
function whyUnmade(profile: Profile, recording: Recording): string | undefined {
  const { obstacle } = recording.transcript;
  if (obstacle) return obstacle.reason;
  const place = divergence(profile, recording);
  const line = place && stepsOf(recording.trace)[place.index]?.at.line;
  return place && `on this kernel it goes another way at line ${line}`;
}

/** The standing of a line that no observation rules out: who would have told. */
export function unmeasured(tellers: readonly Unmade[]): Standing {
  return tellers.length > 0 ? { kind: "unreached", tellers } : { kind: "untold" };
}
