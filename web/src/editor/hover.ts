import { hoverTooltip, type Tooltip } from "@codemirror/view";
import { kernelNamed, profileName, rules, scene } from "../state.js";
import { type Hovered, hoveredAt } from "./hovered.js";
import type { Point, Told } from "./told.js";

/** What there is to know about what is pointed at. */
export const hovers = hoverTooltip(
  ({ state }, position, side) => {
    const kernel = kernelNamed(profileName.value);
    const at = scene.value ?? { processes: [], terminals: [] };
    const found = kernel && hoveredAt(state, position, side, { kernel, rules, scene: at });
    return found ? tooltipOf(found) : null;
  },
  { hideOnChange: true },
);

function tooltipOf({ from, to, told }: Hovered): Tooltip {
  return { pos: from, end: to, above: true, create: () => ({ dom: element(told) }) };
}

function element({ title, says, points }: Told): HTMLElement {
  const box = make("div", "cm-told");
  box.append(make("strong", "", title));
  if (says !== undefined) box.append(make("p", "", says));
  if (points.length > 0) {
    const list = make("ul", "");
    list.append(...points.map(pointElement));
    box.append(list);
  }
  return box;
}

function pointElement({ about, text, clause }: Point): HTMLElement {
  const item = make("li", "");
  item.append(make("code", "", about), ` ${text} `);
  if (clause !== undefined) item.append(make("cite", "", clause));
  return item;
}

function make(name: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  element.textContent = text;
  return element;
}
