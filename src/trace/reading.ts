import type { SyntaxNode } from "@lezer/common";
import type { Position } from "./ast.js";
import type { Problem } from "./error.js";
import { Names } from "./names.js";
import type { Source } from "./source.js";

/** What the parts of a parser share while they read one text. */
export class Reading {
  readonly names = new Names();
  private readonly found: { readonly offset: number; readonly problem: Problem }[] = [];

  constructor(
    readonly source: Source,
    /** The profiles an override may name; any if undefined. */
    readonly profiles: readonly string[] | undefined,
  ) {}

  text(node: SyntaxNode): string {
    return this.source.text.slice(node.from, node.to);
  }

  at(node: SyntaxNode): Position {
    return this.source.position(node.from);
  }

  /** Notes that something is wrong at an offset, or where a node starts. */
  problem(place: SyntaxNode | number, message: string, expected?: string): void {
    const offset = typeof place === "number" ? place : place.from;
    this.found.push({ offset, problem: this.source.problem(offset, message, expected) });
  }

  /** Everything that is wrong, in the order of the text. */
  problems(): readonly Problem[] {
    return this.found.sort((a, b) => a.offset - b.offset).map(({ problem }) => problem);
  }
}

/** The children of a node, brackets and separators too. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) all.push(child);
  return all;
}
