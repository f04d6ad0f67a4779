import { text } from "../state.js";

/** The trace as text. */
export function Editor() {
  return (
    <textarea value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
  );
}
