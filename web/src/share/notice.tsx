import { notice } from "./address.js";
import "./notice.css";

/** What is wrong with the address, until it has been read. */
export function Notice() {
  return (
    <div role="alert">
      {notice.value !== "" && (
        <p class="notice">
          {notice.value}
          <button type="button" onClick={() => (notice.value = "")}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}
