import type { CompletionSource } from "@codemirror/autocomplete";
import type { EditorState } from "@codemirror/state";
import { catalog, type Moment, printAnswer } from "retinue";
import { history, kernelNamed, profileName } from "../state.js";
import { complete } from "./completing.js";
import { known } from "./notes.js";

/** What can be typed, by the text, the kernel and its history. */
export const completions: CompletionSource = (context) => {
  const kernel = kernelNamed(profileName.value);
  if (!kernel) return null;
  const { profiles, rules, questions } = catalog();
  const moments = history.value?.moments ?? [];
  const answersIn = (line: number) => answersAt(context.state, line, moments);
  return complete(context, { kernel, profiles, rules, questions, answersIn });
};

/** What the kernel may give in a line, each once. */
function answersAt(state: EditorState, line: number, moments: readonly Moment[]): string[] {
  const { from, to } = state.doc.line(line);
  const place = state.field(known).places.before(to);
  if (!place || place.from < from) return [];
  const ways = moments[place.index]?.ways ?? [];
  return [...new Set(ways.map(({ answer }) => printAnswer(answer)))];
}
