import type { Text } from "@codemirror/state";
import { INIT, type Signature, signatures } from "retinue";

/** What a name stands for. */
type Standing = NonNullable<Signature["binds"]>;

/** What the lines above a line have made of it. */
export interface Above {
  /** What each name stands for that was bound. */
  readonly names: ReadonlyMap<string, Standing>;
  /** The keys of the front matter that the line is in; undefined if it is behind. */
  readonly keys: ReadonlySet<string> | undefined;
  readonly isInBlock: boolean;
  /** The call of the last step. */
  readonly call: string | undefined;
}

const step = /^\s*[a-z_]\w*:\s*([a-z_]\w*)\([^)]*\)(?:\s*=\s*([^#]*))?/;
const override = /^\s+\[[^\]]*\]\s*=\s*([^#]*)/;

/**
 * Reads the lines above a line, however wrong some are: whoever asks is in the middle of typing.
 */
export function readAbove(doc: Text, line: number): Above {
  const names = new Map<string, Standing>([[INIT, "process"]]);
  let keys = line > 1 && isFence(doc.line(1).text) ? new Set<string>() : undefined;
  let isInBlock = false;
  let call: string | undefined;
  for (const [number, text] of numbered(doc, line)) {
    if (keys) {
      if (number > 1 && isFence(text)) keys = undefined;
      else keys.add(/^[\w-]*/.exec(text)?.[0] ?? "");
      continue;
    }
    if (/^\w+\s*\{/.test(text)) isInBlock = true;
    if (text.startsWith("}")) isInBlock = false;
    const [, made, answers] = step.exec(text) ?? [];
    call = made ?? call;
    bind(names, call, answers ?? override.exec(text)?.[1]);
  }
  return { names, keys, isInBlock, call };
}

/** The lines before one, with their numbers. */
function* numbered(doc: Text, line: number): Generator<[number, string]> {
  let number = 0;
  for (const text of doc.iterLines(1, line)) yield [++number, text];
}

function isFence(text: string): boolean {
  return /^---\s*$/.test(text);
}

function bind(names: Map<string, Standing>, call: string | undefined, answers = ""): void {
  const standing = signatures.get(call ?? "")?.binds;
  if (!standing) return;
  for (const answer of answers.split("|")) {
    const name = answer.trim();
    if (/^[a-z][a-z0-9_]*$/.test(name)) names.set(name, standing);
  }
}
