/** A rectangle, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Things in rows like words in a paragraph: where each goes, and how large it is together. */
export function flow(
  sizes: readonly Size[],
  room: number,
  gap: number,
): { readonly places: readonly { readonly x: number; readonly y: number }[]; readonly size: Size } {
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
