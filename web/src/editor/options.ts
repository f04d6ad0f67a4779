import type { Completion } from "@codemirror/autocomplete";
import { startCompletion } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";

/** Words to choose from, and where the word that they replace begins. */
export interface Offer {
  /** From the start of the line. */
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Words that stand for themselves. */
export function wordsOf(words: readonly string[], type: string): Completion[] {
  return words.map((label) => ({ label, type }));
}

/** A word that something follows, which is offered next. */
export function leading(label: string, type: string, behind: string, more = ""): Completion {
  return {
    label,
    type,
    apply(view, _, from, to) {
      insert(view, from, to, label + behind, more);
      startCompletion(view);
    },
  };
}

/** Puts a text in, and the cursor before what comes after it. */
export function insert(view: EditorView, from: number, to: number, text: string, after = ""): void {
  view.dispatch({
    changes: { from, to, insert: text + after },
    selection: { anchor: from + text.length },
    userEvent: "input.complete",
  });
}
