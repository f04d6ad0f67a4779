import { hang, type Paint, wrap } from "../layout.js";
import { evidenceLegend } from "./evidence.js";

/** How the text is to look. */
export interface Look {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** The key to the marks behind facts. */
export function legend({ paint, width }: Look): string[] {
  return wrap(evidenceLegend(), width).map((line) => paint.dim(line));
}

/** The lines, moved to the right; empty ones stay empty. */
export function indented(text: readonly string[], by = "  "): string[] {
  return text.map((line) => (line === "" ? "" : by + line));
}

/** Labels, with what belongs to each beside it. */
export function fields(
  pairs: readonly (readonly [string, readonly string[]])[],
  { paint }: Look,
): string[] {
  const width = Math.max(...pairs.map(([label]) => label.length));
  return pairs.flatMap(([label, value]) => hang(`${paint.dim(label.padEnd(width))}  `, value));
}

/** A title with its lines, set off from what is above; nothing if there are none. */
export function section(title: string, body: readonly string[]): string[] {
  if (body.length === 0 && !title.endsWith(".")) return [];
  return ["", `${title}${title.endsWith(".") ? "" : ":"}`, ...indented(body)];
}
