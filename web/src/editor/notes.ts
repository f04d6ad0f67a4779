import { ChangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { type Note, partsOf, sentenceOf } from "./note.js";
import { Places } from "./places.js";

/** What is known of the steps in a text. */
export interface Notes {
  readonly places: Places;
  /** What is to be told of the step that leads to a moment. */
  noteOf(index: number): Note | undefined;
}

interface Known extends Notes {
  readonly isBroken: boolean;
}

/** Another history. */
export const setNotes = StateEffect.define<Notes>();
/** Whether the text as it is now cannot be read, so that what is known is about an older one. */
export const setBroken = StateEffect.define<boolean>();

/** What is known, wherever its lines have gone. */
export const known = StateField.define<Known>({
  create: ({ doc }) => ({
    places: new Places([], ChangeSet.empty(doc.length).desc),
    noteOf: () => undefined,
    isBroken: false,
  }),
  update(value, { docChanged, changes, effects }) {
    let next = docChanged ? { ...value, places: value.places.edited(changes.desc) } : value;
    for (const effect of effects) {
      if (effect.is(setNotes)) next = { ...next, ...effect.value };
      if (effect.is(setBroken)) next = { ...next, isBroken: effect.value };
    }
    return next;
  },
});

/** A note at the end of a line. It is read aloud as a sentence, and never part of the text. */
class NoteWidget extends WidgetType {
  private readonly sentence: string;

  constructor(private readonly note: Note) {
    super();
    this.sentence = sentenceOf(note);
  }

  override eq({ sentence }: NoteWidget): boolean {
    return sentence === this.sentence;
  }

  override toDOM(): HTMLElement {
    const { own, others, stated, beside } = this.note;
    const element = span("cm-note", "");
    element.setAttribute("role", "note");
    element.setAttribute("aria-label", this.sentence);
    element.append(shown(`cm-own cm-stated-${stated}`, partsOf(own, stated !== "this")));
    if (others > 0) element.append(span("cm-others", `(+${others})`));
    if (beside) element.append(shown("cm-beside", partsOf(beside), beside.kernel));
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function span(name: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}

function shown(name: string, parts: readonly string[], kernel?: string): HTMLElement {
  const element = span(name, "");
  if (kernel !== undefined) element.append(span("cm-kernel", kernel));
  element.append(...parts.map((part) => span("cm-part", part)));
  return element;
}

/** The notes of the lines that can be seen: there may be ten thousand others. */
function notesIn({ state, visibleRanges }: EditorView): DecorationSet {
  const { places, noteOf, isBroken } = state.field(known);
  const ends = new Map<number, Decoration>();
  for (const { from, to } of visibleRanges)
    for (const place of places.within(from, to)) {
      const note = noteOf(place.index);
      if (!note || (isBroken && places.isTouched(place))) continue;
      const widget = new NoteWidget(note);
      ends.set(state.doc.lineAt(place.from).to, Decoration.widget({ widget, side: 1 }));
    }
  return Decoration.set([...ends].map(([end, note]) => note.range(end)));
}

const plugin = ViewPlugin.fromClass(
  class {
    notes: DecorationSet;

    constructor(view: EditorView) {
      this.notes = notesIn(view);
    }

    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
      const isNew = startState.field(known) !== state.field(known);
      if (docChanged || viewportChanged || isNew) this.notes = notesIn(view);
    }
  },
  { decorations: ({ notes }) => notes },
);

/** Each step has at its end what comes of it. */
export const notes = [known, plugin];
