import { type EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass } from "@codemirror/view";

/** The line of the step at hand, by a position in it; -1 if there is none. */
export const setNow = StateEffect.define<number>();

const line = Decoration.line({ class: "cm-now", attributes: { "aria-current": "step" } });

const number = new (class extends GutterMarker {
  override elementClass = "cm-now";
})();

const place = StateField.define<number>({
  create: () => -1,
  update(value, { changes, effects }) {
    const set = effects.find((effect) => effect.is(setNow));
    if (set) return set.value;
    return value < 0 ? value : changes.mapPos(value, 1);
  },
  provide: (field) => [
    EditorView.decorations.compute([field, "doc"], (state) => {
      const from = startOf(state, field);
      return from < 0 ? Decoration.none : Decoration.set(line.range(from));
    }),
    gutterLineClass.compute([field, "doc"], (state) => {
      const from = startOf(state, field);
      return from < 0 ? RangeSet.empty : RangeSet.of(number.range(from));
    }),
  ],
});

function startOf(state: EditorState, field: StateField<number>): number {
  const position = state.field(field);
  return position < 0 ? position : state.doc.lineAt(position).from;
}

/** The line of the step at hand stands out. */
export const now = [place];

/** How often a height may turn out to be another one when what was far away is drawn. */
const ATTEMPTS = 4;

/**
 * Scrolls the editor, and nothing around it, so that the line of the step at hand can be seen; the
 * first line, if there is none. Where lines are that were not drawn yet is an estimate.
 */
export function reveal(view: EditorView, attempts = ATTEMPTS): void {
  view.requestMeasure({
    read: () => view.lineBlockAt(Math.max(0, startOf(view.state, place))),
    write({ top, bottom }) {
      const { scrollDOM } = view;
      const margin = view.defaultLineHeight * 2;
      const lowest = bottom + margin - scrollDOM.clientHeight;
      const highest = top - margin;
      const before = scrollDOM.scrollTop;
      if (highest < before) scrollDOM.scrollTop = highest;
      else if (lowest > before) scrollDOM.scrollTop = lowest;
      if (scrollDOM.scrollTop !== before && attempts > 1)
        requestAnimationFrame(() => reveal(view, attempts - 1));
    },
  });
}
