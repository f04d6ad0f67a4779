import { describe, expect, test } from "vitest";
import { alphabetOf, syscallOf } from "../../src/explore/alphabet.js";
import { catalog, type Profile } from "../../src/model/catalog.js";
import { prepareSearch } from "../../src/model/search.js";

// An exploration does not make every call that is refused, and after a call it looks only at the
// processes that the call says it has touched. It must find what it finds without these shortcuts.

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
function found(profile: Profile, [calls, signals]: Subject, surveyed: boolean) {
  const processes = 3;
  const letters = alphabetOf({ calls, signals, processes, odd: true }).map(syscallOf);
  const options = { surveyed };
  const search = prepareSearch({ profile, processes, view: "whole", options, calls: letters });
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
