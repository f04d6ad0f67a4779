import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { type Around, offerAt } from "./complete.js";

/**
 * What can be typed at a place, as the editor wants it: unasked only where a word has begun or must
 * begin, and is not whole yet.
 */
export function complete(context: CompletionContext, around: Around): CompletionResult | null {
  const { state, pos, explicit } = context;
  const { from, options } = offerAt(state.doc, pos, around) ?? { from: 0, options: [] };
  const typed = state.sliceDoc(pos + from, pos);
  const isWanted = typed !== "" || context.matchBefore(/[:([,=|@] ?|-1 /) !== null;
  if (options.length === 0 || (!explicit && (!isWanted || isWhole(typed, options)))) return null;
  const validFor = (text: string) => /^[-\w.]*$/.test(text) && !isWhole(text, options);
  return { from: pos + from, options, validFor };
}

/** Whether a word is one of those that can stand there, and nothing must follow it. */
function isWhole(text: string, options: readonly Completion[]): boolean {
  return options.some(({ label, apply }) => label === text && apply === undefined);
}
