import type { Position } from "./ast.js";
import type { Problem } from "./error.js";

/** A text with its lines, for places in it. */
export class Source {
  /** Where each line starts. */
  private readonly starts: readonly number[];

  constructor(
    readonly text: string,
    readonly file: string,
  ) {
    const starts = [0];
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1))
      starts.push(end + 1);
    this.starts = starts;
  }

  /** The place of an offset. */
  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: offset - this.start(line) + 1, offset };
  }

  /** The text of a line, without its end. */
  line(line: number): string {
    const end = this.starts[line] === undefined ? this.text.length : this.start(line + 1) - 1;
    const text = this.text.slice(this.start(line), end);
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }

  /** Something wrong at an offset. */
  problem(offset: number, message: string, expected?: string): Problem {
    const { line, column } = this.position(offset);
    const place = { file: this.file, line, column, sourceLine: this.line(line) };
    return expected === undefined ? { ...place, message } : { ...place, message, expected };
  }

  private start(line: number): number {
    return this.starts[line - 1] ?? this.text.length;
  }

  private lineAt(offset: number): number {
    let low = 1;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
