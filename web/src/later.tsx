import type { ComponentType, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component whose code is fetched when it is first shown. */
export function later(load: () => Promise<ComponentType>): FunctionComponent {
  let known: ComponentType | undefined;
  return function Later() {
    const [isHere, setHere] = useState(known !== undefined);
    useEffect(() => {
      void load().then((component) => {
        known = component;
        setHere(true);
      });
    }, []);
    const Component = known;
    return isHere && Component ? <Component /> : <p role="status">Loading …</p>;
  };
}
