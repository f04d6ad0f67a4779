/** The word of a list that was probably meant, as the end of a message; nothing if none is near. */
export function hint(word: string, words: Iterable<string>): string {
  let best: string | undefined;
  // A third of the letters may be wrong: `setpgrp` is near `setpgid`, `frok` is near `fork`.
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    const distance = edits(word, candidate, least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best === undefined ? "" : `; did you mean \`${best}\`?`;
}

/** How many letters must be inserted, removed or replaced to get from one word to the other; `bound` if it is no less. */
function edits(from: string, to: string, bound: number): number {
  if (Math.abs(from.length - to.length) >= bound) return bound;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? bound;
}
