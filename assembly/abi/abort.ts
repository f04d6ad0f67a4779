/**
 * Takes the place of the imported `abort`, so that a broken invariant is a trap and the component
 * imports nothing.
 */
export function abort(message: string | null, file: string | null, line: u32, column: u32): void {
  unreachable();
}
