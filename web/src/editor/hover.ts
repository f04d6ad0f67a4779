import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import { kernelNamed, profileName, rules, scene } from "../state.js";
import { type Hovered, hoveredAt } from "./hovered.js";
import type { Point, Told } from "./told.js";

/** What is shown at the cursor; null hides it. */
const setShown = StateEffect.define<Tooltip | null>();

/** It goes when the cursor moves or something is typed. */
const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, { effects, docChanged, selection }) {
    const set = effects.find((effect) => effect.is(setShown));
    if (set) return set.value;
    return docChanged || selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** What there is to know about what is pointed at, and by a key about what is at the cursor. */
export const hovers = [
  hoverTooltip(
    ({ state }, position, side) => {
      const found = foundAt(state, position, side);
      return found ? tooltipOf(found) : null;
    },
    { hideOnChange: true },
  ),
  shown,
  keymap.of([
    { key: "F1", run: show },
    { key: "Escape", run: hide },
  ]),
];

function foundAt(state: EditorState, position: number, side: -1 | 1): Hovered | undefined {
  const kernel = kernelNamed(profileName.value);
  const at = scene.value ?? { processes: [], terminals: [] };
  return kernel && hoveredAt(state, position, side, { kernel, rules, scene: at });
}

/** Shows it and has it read out. The browser's own help does not come, also if there is nothing. */
function show({ state, dispatch }: EditorView): boolean {
  const { head } = state.selection.main;
  const found = foundAt(state, head, 1) ?? foundAt(state, head, -1);
  const says = found ? spoken(found.told) : "Nothing is known about this place.";
  dispatch({
    effects: [setShown.of(found ? tooltipOf(found) : null), EditorView.announce.of(says)],
  });
  return true;
}

function hide({ state, dispatch }: EditorView): boolean {
  if (!state.field(shown)) return false;
  dispatch({ effects: setShown.of(null) });
  return true;
}

function spoken({ title, says = "", points }: Told): string {
  return [title, says, ...points.map(({ about, text }) => `${about}: ${text}`)].join(" ");
}

function tooltipOf({ from, to, told }: Hovered): Tooltip {
  return { pos: from, end: to, above: true, create: () => ({ dom: element(told) }) };
}

function element({ title, says, points }: Told): HTMLElement {
  const box = make("div", "cm-told");
  box.append(make("strong", "", title));
  if (says !== undefined) box.append(make("p", "", says));
  if (points.length > 0) {
    const list = make("ul", "");
    list.append(...points.map(pointElement));
    box.append(list);
  }
  return box;
}

function pointElement({ about, text, clause }: Point): HTMLElement {
  const item = make("li", "");
  item.append(make("code", "", about), ` ${text} `);
  if (clause !== undefined) item.append(make("cite", "", clause));
  return item;
}

function make(name: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  element.textContent = text;
  return element;
}
