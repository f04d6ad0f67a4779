/** Not there yet. */
export function Hand() {
  return <p>Not there yet.</p>;
}
