import { isolateHistory } from "@codemirror/commands";
import { setDiagnostics } from "@codemirror/lint";
import { Annotation, type ChangeDesc, ChangeSet, type Text } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { effect } from "@preact/signals";
import type { Problem, Timeline } from "retinue";
import { differing } from "../differences.js";
import * as state from "../state.js";
import { changeBetween, edited } from "./change.js";
import { notesOf } from "./histories.js";
import { known, setBroken, setNotes } from "./notes.js";
import { reveal, setNow } from "./now.js";
import { Places, placesIn } from "./places.js";
import { diagnosticsIn } from "./problems.js";

/** The page is told of a text of so many characters a millisecond after it is typed. */
const PER_MILLISECOND = 1000;
/** And at most so many milliseconds later. */
const LATEST = 1000;

/** The text did not come from whoever types. */
const fromPage = Annotation.define<boolean>();

/** What the page and the editor tell each other. */
export class Link {
  /** The text that the page knows. */
  private told: Text;
  /** What was typed since. */
  private since: ChangeDesc;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the notes are about. */
  private shown: readonly unknown[] = [];
  private kernel = "";
  private index = -1;
  /** Whether the step at hand is another one, which is not shown yet. */
  private isStepping = true;
  private readonly ends: readonly (() => void)[];

  constructor(private readonly view: EditorView) {
    this.told = view.state.doc;
    this.since = ChangeSet.empty(this.told.length).desc;
    this.ends = [
      effect(() => {
        this.take(state.text.value);
        this.mark(state.read.value.problems);
      }),
      effect(() => this.follow()),
    ];
  }

  /** Tells the page nothing more, and is told nothing. */
  end(): void {
    this.tell();
    for (const end of this.ends) end();
  }

  /** Something was edited, or the editor was left. */
  changed({ docChanged, changes, transactions, state: { doc }, focusChanged }: ViewUpdate): void {
    if (focusChanged && !this.view.hasFocus) setTimeout(() => this.tell());
    if (!docChanged || transactions.some((each) => each.annotation(fromPage))) return;
    this.since = this.since.composeDesc(changes.desc);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), Math.min(LATEST, doc.length / PER_MILLISECOND));
  }

  /** Tells the page what was typed. */
  tell(): void {
    clearTimeout(this.timer);
    const { doc } = this.view.state;
    if (doc === this.told) return;
    this.knows(doc);
    state.text.value = doc.toString();
  }

  private knows(doc: Text): void {
    this.told = doc;
    this.since = ChangeSet.empty(doc.length).desc;
  }

  /** Takes over a text from the page, and changes no more than it must. */
  private take(text: string): void {
    const wanted = edited(text);
    const { doc } = this.view.state;
    if (wanted !== this.told.toString()) {
      clearTimeout(this.timer);
      const changes = changeBetween(doc.toString(), wanted);
      const annotations = [fromPage.of(true), isolateHistory.of("full")];
      if (changes) this.view.dispatch({ changes, annotations });
      this.knows(this.view.state.doc);
    }
    if (wanted !== text) state.text.value = wanted;
  }

  /** Marks what is wrong with the text. */
  private mark(problems: readonly Problem[]): void {
    const found = diagnosticsIn(this.told, problems).map(({ from, to, ...rest }) => ({
      ...rest,
      from: this.since.mapPos(from),
      to: this.since.mapPos(to),
    }));
    const isBroken = setBroken.of(problems.length > 0);
    this.view.dispatch(setDiagnostics(this.view.state, found), { effects: isBroken });
  }

  /** Writes what comes of each step, and shows which is at hand. */
  private follow(): void {
    const { value: own } = state.history;
    const sources = [own, state.otherHistory.value, differing.value];
    if (own && sources.some((source, i) => source !== this.shown[i])) this.note(own);
    this.shown = sources;
    this.show(state.index.value, state.place.value);
  }

  private note(own: Timeline): void {
    if (own !== this.shown[0]) this.kernel = state.profileName.peek();
    const noteOf = notesOf({
      kernel: this.kernel,
      own,
      trace: state.read.peek().trace,
      besideName: state.otherName.peek(),
      beside: state.otherHistory.peek(),
      differing: differing.peek(),
      rules: state.rules,
    });
    const isSame = own === this.shown[0];
    const places = isSame
      ? this.view.state.field(known).places
      : new Places(placesIn(this.told, own.moments), this.since);
    this.view.dispatch({ effects: setNotes.of({ places, noteOf }) });
  }

  private show(index: number, place: number): void {
    if (index !== this.index) this.isStepping = true;
    this.index = index;
    const now = this.view.state.field(known).places.of(place);
    this.view.dispatch({ effects: setNow.of(now?.from ?? -1) });
    // A step that is not there yet may never come: but whoever types is not led away.
    const isThere = index === place;
    if (!this.isStepping || (!isThere && this.view.hasFocus)) return;
    this.isStepping = !isThere;
    reveal(this.view);
  }
}
