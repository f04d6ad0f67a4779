import { type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { goTo } from "../state.js";
import { known } from "./notes.js";

/** Goes to the moment after the last step in the line of a position, or above it. */
function visit({ state }: EditorView, position: number): boolean {
  const { to } = state.doc.lineAt(position);
  goTo(state.field(known).places.before(to)?.index ?? 0);
  return true;
}

/** Lines are gone to by their number, by Alt and a click, and by Ctrl+Enter. */
export const visits: Extension = [
  lineNumbers({
    domEventHandlers: { click: (view, line) => visit(view, line.from) },
  }),
  EditorView.domEventHandlers({
    mousedown(event, view) {
      if (!event.altKey || event.button !== 0) return false;
      const position = view.posAtCoords(event);
      return position !== null && visit(view, position);
    },
  }),
  Prec.high(
    keymap.of([{ key: "Mod-Enter", run: (view) => visit(view, view.state.selection.main.head) }]),
  ),
];
