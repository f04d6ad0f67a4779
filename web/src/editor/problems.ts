import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Problem } from "retinue";

/** More problems than these are not marked: whoever has so many corrects the first. */
const SHOWN = 200;

/** The problems of a text as an editor marks them. */
export function diagnosticsIn(doc: Text, problems: readonly Problem[]): Diagnostic[] {
  return problems.slice(0, SHOWN).map((problem) => ({
    ...rangeOf(doc, problem),
    severity: "error",
    message: messageOf(problem),
  }));
}

function messageOf({ message, expected }: Problem): string {
  return expected === undefined ? message : `${message}; expected ${expected}`;
}

/** The word that is wrong; an empty range where something is missing. */
function rangeOf(doc: Text, { line: number, column }: Problem): { from: number; to: number } {
  if (number === 0 || number > doc.lines) return { from: 0, to: 0 };
  const line = doc.line(number);
  const start = Math.min(column - 1, line.length);
  const [word = ""] = /^([\w.-]+|"[^"]*"?|.)?/u.exec(line.text.slice(start)) ?? [];
  return { from: line.from + start, to: line.from + start + word.length };
}
