import { describe, expect, test } from "vitest";
import { alphabetOf, syscallOf } from "../../src/explore/alphabet.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { prepareSearch, type View } from "../../src/model/search.js";

// An exploration does not make every call that is refused, nor, in states that differ in exec
// latches only, those that looked at none; and after a call it looks only at the processes that the
// call says it has touched. It must find what it finds without these shortcuts.

const { profiles } = catalog();

type Subject = readonly [calls: readonly string[], signals: readonly string[]];

/** Calls that have to do with one another, and signals for them. */
const subjects = {
  children: [
    ["fork", "_exit", "waitpid", "waitid", "kill", "sigprocmask"],
    ["SIGSTOP", "SIGCHLD"],
  ],
  news: [
    ["fork", "waitpid", "kill"],
    ["SIGSTOP", "SIGCONT", "SIGKILL"],
  ],
  groups: [
    ["fork", "execve", "_exit", "setpgid", "setsid", "kill"],
    ["SIGSTOP", "SIGCONT"],
  ],
  programs: [
    ["fork", "execve", "_exit", "waitpid", "setpgid", "sigaction", "kill"],
    ["SIGCHLD", "SIGTSTP"],
  ],
  signals: [
    ["fork", "sigaction", "sigprocmask", "sigsuspend", "pause", "raise", "kill", "setresuid"],
    ["SIGTSTP", "SIGCHLD", "SIGHUP"],
  ],
  terminals: [
    ["fork", "_exit", "setsid", "prctl", "openpty", "open", "close", "ioctl", "tcsetpgrp", "read"],
    [],
  ],
  jobs: [
    ["fork", "setsid", "openpty", "ioctl", "setpgid", "tcsetattr", "read", "write", "type", "kill"],
    ["SIGCONT", "SIGTTOU"],
  ],
} satisfies Record<string, Subject>;

/** What a search finds, with the letters in full. If it surveys the rules, it takes no shortcut. */
function found(
  profile: Profile,
  [calls, signals]: Subject,
  surveyed: boolean,
  { processes = 3, view = "whole" }: { processes?: number; view?: View } = {},
) {
  const letters = alphabetOf({ calls, signals, processes, odd: true }).map(syscallOf);
  const options = { surveyed };
  const search = prepareSearch({ profile, processes, view, options, calls: letters });
  const { states, expanded, transitions, changes } = search.advance(4000);
  return { states, expanded, transitions, changes, verdicts: search.verdicts() };
}

describe.each(profiles)("under $name", (profile) => {
  test.each(Object.entries(subjects))("calls about %s are found to do the same", (_, about) => {
    const quick = found(profile, about, false);
    expect(quick.states).toBeGreaterThan(500);
    expect(quick).toEqual(found(profile, about, true));
  });
});

// A key of up to four processes is one word, of more two.
describe.each([2, 4, 5, 7])("with %i processes", (processes) => {
  test.each(["relations", "whole"] as const)("the view %s finds the same", (view) => {
    for (const profile of profiles.filter(({ name }) => name === "linux" || name === "darwin")) {
      const about = [["fork", "execve", "_exit", "waitpid", "setpgid", "setsid"], []] as const;
      const how = { processes, view };
      expect(found(profile, about, false, how)).toEqual(found(profile, about, true, how));
    }
  });
});
