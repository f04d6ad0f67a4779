import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { text } from "../state.js";
import "./editor.css";

/** The trace as text, with what is known of it. The editor comes after the rest of the page. */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const [mount, setMount] = useState<(parent: HTMLElement) => () => void>();
  useEffect(() => {
    void import("./mount.js").then((module) => setMount(() => module.mount));
  }, []);
  // What stood for the editor is gone when it comes: else it would measure the room of both.
  useLayoutEffect(() => (mount && host.current ? mount(host.current) : undefined), [mount]);
  return (
    <div class="editor" ref={host}>
      {!mount && <pre>{text.value}</pre>}
    </div>
  );
}
