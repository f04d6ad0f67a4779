/** Things in rows like words in a paragraph: where each goes, and how large it is together. */
export function flow(sizes, room, gap) {
    let [x, y, row, width] = [0, 0, 0, 0];
    const places = sizes.map((size) => {
        if (x > 0 && x + size.width > room) {
            y += row + gap;
            x = row = 0;
        }
        const at = { x, y };
        x += size.width + gap;
        row = Math.max(row, size.height);
        width = Math.max(width, at.x + size.width);
        return at;
    });
    return { places, size: { width, height: y + row } };
}
