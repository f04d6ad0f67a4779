import { useEffect, useRef, useState } from "preact/hooks";
import { text } from "../state.js";
import "./editor.css";

/** The trace as text, with what is known of it. The editor comes after the rest of the page. */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    let end: (() => void) | undefined;
    let isOver = false;
    void import("./mount.js").then(({ mount }) => {
      if (isOver || !host.current) return;
      end = mount(host.current);
      setThere(true);
    });
    return () => {
      isOver = true;
      end?.();
    };
  }, []);
  return (
    <div class="editor" ref={host}>
      {!isThere && <pre>{text.value}</pre>}
    </div>
  );
}
