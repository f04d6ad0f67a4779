import { useEffect, useRef } from "preact/hooks";
import "./editor.css";
import { mount } from "./mount.js";

/** The trace as text, with what is known of it. */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? mount(host.current) : undefined), []);
  return <div class="editor" ref={host} />;
}
