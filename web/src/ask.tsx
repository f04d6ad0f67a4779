/** Not there yet. */
export function Ask() {
  return <p>Not there yet.</p>;
}
