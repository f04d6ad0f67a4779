import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { errnos, type Profile, type Rule, type Scene } from "retinue";
import { known } from "./notes.js";
import { aboutCall, aboutErrno, aboutName, aboutNote, aboutSignal, type Told } from "./told.js";

/** What the page knows apart from the text. */
export interface Around {
  readonly kernel: Profile;
  /** At the moment that is shown. */
  readonly scene: Scene;
  readonly rules: readonly Rule[];
}

/** A part of a text, and what there is to know about it. */
export interface Hovered {
  readonly from: number;
  readonly to: number;
  readonly told: Told;
}

/** What there is to know about a position; about the end of a line it is what the note there says. */
export function hoveredAt(
  state: EditorState,
  position: number,
  side: -1 | 1,
  around: Around,
): Hovered | undefined {
  const line = state.doc.lineAt(position);
  if (position === line.to && side === 1) {
    const note = noteAt(state, position);
    return note && { from: position, to: position, told: aboutNote(note, around.rules) };
  }
  const node = syntaxTree(state).resolveInner(position, side);
  const told = aboutNode(state, node, around);
  return told && { from: node.from, to: node.to, told };
}

function noteAt(state: EditorState, position: number) {
  const { places, noteOf } = state.field(known);
  const place = places.before(position);
  if (!place || state.doc.lineAt(place.from).to !== state.doc.lineAt(position).to) return undefined;
  return noteOf(place.index);
}

function aboutNode(state: EditorState, node: SyntaxNode, around: Around): Told | undefined {
  const text = state.sliceDoc(node.from, node.to);
  const parent = node.parent?.name ?? "";
  if (node.name === "Function" || parent === "Function") return aboutCall(text, around.kernel);
  if (parent === "Refusal") return aboutRefusal(state, node, around);
  if (node.name === "Constant") return aboutSignal(text);
  if (!["Name", "NegatedName", "Dotted"].includes(node.name)) return undefined;
  return aboutName(text.replace(/^-|\..*/g, ""), around.scene);
}

function aboutRefusal(state: EditorState, node: SyntaxNode, around: Around): Told | undefined {
  const refusal = node.parent;
  const errno = /\w+$/.exec(refusal ? state.sliceDoc(refusal.from, refusal.to) : "")?.[0] ?? "";
  const call = callOf(state, node);
  if (call === undefined || !errnos.includes(errno)) return undefined;
  const { places, noteOf } = state.field(known);
  const place = places.before(node.from);
  const broken = (place && noteOf(place.index)?.own.rules) ?? [];
  return aboutErrno(call, errno, around.kernel, broken);
}

/** The call that an answer belongs to: that of its line, or of the step that the line is below. */
function callOf(state: EditorState, node: SyntaxNode): string | undefined {
  for (let at: SyntaxNode | null = node; at; at = at.prevSibling ?? at.parent) {
    const found = at.name === "Function" ? at : (at.getChild("Call") ?? at).getChild("Function");
    if (found) return state.sliceDoc(found.from, found.to);
  }
  return undefined;
}
