import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
import { text } from "../state.js";
import { edited } from "./change.js";
import { completions } from "./completions.js";
import { hovers } from "./hover.js";
import { traceHighlighter, traceLanguage } from "./language.js";
import { Link } from "./link.js";
import { notes } from "./notes.js";
import { now } from "./now.js";
import { visits } from "./visit.js";

/** Everything that does not need to know the page. Tab is left to the browser: it leads out. */
const own: Extension = [
  traceLanguage,
  syntaxHighlighting(traceHighlighter),
  highlightSpecialChars(),
  history(),
  lintGutter(),
  visits,
  notes,
  now,
  hovers,
  autocompletion({ override: [completions], icons: false }),
  keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": "Trace" }),
];

/** Puts the editor into an element; returns what ends it. */
export function mount(parent: HTMLElement): () => void {
  let link: Link | undefined;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: edited(text.peek()),
      extensions: [own, EditorView.updateListener.of((update) => link?.changed(update))],
    }),
  });
  link = new Link(view);
  return () => {
    link.end();
    view.destroy();
  };
}
