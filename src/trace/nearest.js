/** The word of a list that was probably meant, as the end of a message; nothing if none is near. */
export function hint(word, words) {
    let best;
    // A third of the letters may be wrong, and two in a short word: `frok` is near `fork`.
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
/**
 * How many letters must be inserted, removed, replaced or swapped with their neighbour; `bound` if
 * it is no less.
 */
function edits(from, to, bound) {
    if (Math.abs(from.length - to.length) >= bound)
        return bound;
    const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
    const cost = (i, j) => rows[i]?.[j] ?? bound;
    for (let i = 1; i <= from.length; i++) {
        // Two rows that are too long already: all that follow are.
        if (i > 2 && [i - 1, i - 2].every((near) => Math.min(...(rows[near] ?? [])) >= bound)) {
            return bound;
        }
        const row = [i];
        rows.push(row);
        for (let j = 1; j <= to.length; j++) {
            const same = from[i - 1] === to[j - 1];
            const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
            const replaced = cost(i - 1, j - 1) + (same ? 0 : 1);
            const moved = swapped ? cost(i - 2, j - 2) + 1 : bound;
            row.push(Math.min(replaced, moved, cost(i - 1, j) + 1, cost(i, j - 1) + 1));
        }
    }
    return cost(from.length, to.length);
}
