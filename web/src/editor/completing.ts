import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { type Around, offerAt } from "./complete.js";

/** What can be typed at a place, as the editor wants it: unasked only where a word has begun. */
export function complete(context: CompletionContext, around: Around): CompletionResult | null {
  const { state, pos, explicit } = context;
  const offer = offerAt(state.doc, pos, around);
  if (!offer || offer.options.length === 0) return null;
  const isAsked = explicit || offer.from < 0 || context.matchBefore(/[:([,=|@] ?|-1 /) !== null;
  return isAsked ? { from: pos + offer.from, options: offer.options, validFor: /^[-\w.]*$/ } : null;
}
