import { type Suspect, suspectsOf } from "../src/diff/suspects.js";
import type { Profile } from "../src/model/catalog.js";

export { exclusive, invisible, narrow, wideOnly } from "./invisible.mjs";

/** A kernel that differs from a profile in one thing. */
export type Bug = Suspect;

/** Every kernel that lacks one rule of the profile, and every one that answers one question otherwise. */
export function bugsIn(profile: Profile): readonly Bug[] {
  return suspectsOf(profile);
}
