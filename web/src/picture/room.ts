import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** How wide an element is, in pixels, kept current; 0 before it is known. */
export function useRoom<T extends Element>(): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const { current } = ref;
    if (!current) return;
    const measure = () => setRoom(Math.floor(current.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, room];
}
