/** A part of a text, and what stands there instead. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest part of a text that makes it another one; undefined if it is that one. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    from,
    to: before.length - same,
    insert: after.slice(from, after.length - same),
  };
}

/** The text as an editor has it: lines end with a line feed, and nothing marks its start. */
export function edited(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
