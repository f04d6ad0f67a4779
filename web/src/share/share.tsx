import { later } from "../later.jsx";
import { Modal } from "../modal.jsx";

const Ways = later(async () => (await import("./ways.js")).Ways);

/** The button that opens what the page can be passed on as. */
export function Share() {
  return (
    <Modal name="Share" kind="share">
      {() => <Ways />}
    </Modal>
  );
}
