import { type Suspect, suspectsOf } from "../src/diff/suspects.js";
import type { Profile } from "../src/model/catalog.js";

/** A kernel that differs from a profile in one thing. */
export type Bug = Suspect;

/** Every kernel that lacks one rule of the profile, and every one that answers one question otherwise. */
export function bugsIn(profile: Profile): readonly Bug[] {
  return suspectsOf(profile);
}

const notAsked = "the rule that asks is not in the order of linux";
const wider = "the answer permits what Linux does, and more";

/** Bugs in linux that no trace of these calls can show on Linux, with the reason. */
export const invisible: ReadonlyMap<string, string> = new Map([
  [
    "setpgid.movers-children answered overlooked",
    "it is asked where a move signals the group that was left, and Linux signals nobody then",
  ],
  ["getpgid.across-sessions answered hidden", notAsked],
  ["sigaction.fixed-query answered refused", notAsked],
  ["tiocnotty.allowed answered dev-tty-only", notAsked],
  ["tiocnotty.allowed answered leader-only", notAsked],
  [
    "setpgid.group-session answered target",
    "setpgid.other-session refuses every target that is in another session than the caller",
  ],
  [
    "waitid.zero-process answered own-group",
    "waitid.pid-not-positive refuses the number 0 before it is looked up",
  ],
  ["waitpid.order answered any", wider],
]);

/** Bugs that only an observation cannot show: run as a kernel, the model takes another of the ways. */
export const wideOnly: ReadonlyMap<string, string> = new Map([
  ["kill.pending-order answered any", wider],
  ["kill.handlers-run answered any", wider],
  ["kill.fatal-decided answered when-taken", wider],
]);
