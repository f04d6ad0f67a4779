import type { WriteStream } from "node:tty";
import pc from "picocolors";
import type { Paint } from "../layout.js";
import type { Style } from "../report/index.js";

/** How wide a text may be where nobody can say how wide the reader's window is. */
const unknownWidth = 100;
const leastWidth = 60;
const mostWidth = 120;

/**
 * Whether a stream gets colours: FORCE_COLOR asks for them, NO_COLOR forbids them, else a terminal
 * has them.
 */
export function wantsColor(stream: { isTTY?: boolean }, env = process.env): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: forbidden, TERM: terminal } = env;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (forbidden !== undefined && forbidden !== "") return false;
  return stream.isTTY === true && terminal !== "dumb";
}

/** How a text on standard output looks. */
export function styleOf(stream: Partial<WriteStream>, quiet = false): Style {
  const columns = stream.isTTY ? stream.columns || unknownWidth : unknownWidth;
  const width = Math.min(mostWidth, Math.max(leastWidth, columns));
  return { color: wantsColor(stream), quiet, width };
}

/** The colours of a stream. */
export function paintOf(stream: { isTTY?: boolean }): Paint {
  return pc.createColors(wantsColor(stream));
}

/**
 * One line that says how far the work is, rewritten again and again; nothing where nobody watches.
 */
export class Progress {
  private readonly shown: boolean;
  private width = 0;

  /** @param wanted false to say nothing even to a terminal */
  constructor(
    wanted: boolean,
    private readonly stream: WriteStream = process.stderr,
  ) {
    this.shown = wanted && stream.isTTY === true;
  }

  /** Replaces the line. */
  say(text: string): void {
    if (!this.shown) return;
    const line = text.slice(0, (this.stream.columns || unknownWidth) - 1);
    this.stream.write(`\r${line.padEnd(this.width)}`);
    this.width = line.length;
  }

  /** Takes the line away. */
  clear(): void {
    if (!this.shown || this.width === 0) return;
    this.stream.write(`\r${" ".repeat(this.width)}\r`);
    this.width = 0;
  }
}
