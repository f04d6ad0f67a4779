/**
 * How texts that people read are laid out: in a terminal, in a report, in the documentation.
 *
 * @module
 */
import type { createColors } from "picocolors";

/** The colours of one text; functions that change nothing where there are none. */
export type Paint = ReturnType<typeof createColors>;

/** Everything that a terminal takes as an instruction to change colour, and that takes no room. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
const paint = /\u001B\[[0-9;]*m/g;

/** The number of columns a line takes; colours take none. */
export function widthOf(line: string): number {
  return line.replace(paint, "").length;
}

/** The text without its colours. */
export function plain(text: string): string {
  return text.replace(paint, "");
}

/** A blank at which no line is broken; `wrap` makes an ordinary one of it. */
export const tie = "\u00A0";

/** A text that `wrap` keeps in one line. */
export function tied(text: string): string {
  return text.replaceAll(" ", tie);
}

/**
 * The words of a text, in lines of at most `width` columns. A longer word has a line of its own.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.map((line) => line.replaceAll(tie, " "));
}

/** The first line after `head`, the others below its end. */
export function hang(head: string, lines: readonly string[]): string[] {
  const margin = " ".repeat(widthOf(head));
  return (lines.length > 0 ? lines : [""]).map((line, i) => `${i === 0 ? head : margin}${line}`);
}

/** Rows of cells as lines, each column as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[], gap = 2): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - widthOf(cell) + gap))
      .join("")
      .trimEnd(),
  );
}

/** `1 case`, `2 cases`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], and = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** A duration as people read it: `7 ms`, `3.2 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
