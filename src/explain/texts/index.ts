import { advices } from "./advice.js";
import { groupTerms } from "./group-terms.js";
import { jobSignals } from "./job-signals.js";
import { otherSignals } from "./other-signals.js";
import { processTerms } from "./process-terms.js";
import { signalTerms } from "./signal-terms.js";
import { terminalTerms } from "./terminal-terms.js";
import type { Advice, SignalText, TermText } from "./text.js";

export { advices } from "./advice.js";
export type { Advice, SignalText, TermText } from "./text.js";

/** The words of the field that can be explained. */
export const terms: readonly TermText[] = [
  ...groupTerms,
  ...terminalTerms,
  ...processTerms,
  ...signalTerms,
];

/** What is said of each signal. */
export const signalTexts: ReadonlyMap<string, SignalText> = new Map(
  Object.entries({ ...jobSignals, ...otherSignals }),
);

const byName: ReadonlyMap<string, TermText> = new Map(
  terms.flatMap((term) => [term.name, ...term.also].map((name) => [plain(name), term])),
);

/** Every name of a term, as people write it. */
export const termNames: readonly string[] = terms.flatMap(({ name, also }) => [name, ...also]);

/** The term of that name, or of another of its names, in any spelling; undefined if none has it. */
export function termNamed(name: string): TermText | undefined {
  const wanted = plain(name);
  return byName.get(wanted) ?? byName.get(wanted.replace(/s$/, ""));
}

/** Capitals, hyphens and blanks make no difference. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, " ");
}

/** What a broken rule means to the caller; undefined if there is no more to say than the rule. */
export function adviceOn(rule: string): Advice | undefined {
  return advices.find(({ rules }) => rules.includes(rule));
}

/** How likely a rule is among those that give the same error: less for a likelier one. */
export function unlikeliness(rule: string): number {
  const place = advices.findIndex(({ rules }) => rules.includes(rule));
  return place < 0 ? advices.length : place;
}
