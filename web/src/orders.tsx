/** Not there yet. */
export function Orders() {
  return <p>Not there yet.</p>;
}
