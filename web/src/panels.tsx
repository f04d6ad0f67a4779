import type { ComponentType } from "preact";
import { Ask } from "./ask.jsx";
import { Changes } from "./changes.jsx";
import { Hand } from "./hand.jsx";
import { later } from "./later.jsx";
import { type PanelName, panel, panelNames, showPanel } from "./state.js";
import { Table } from "./table.jsx";

const Orders = later(async () => (await import("./orders.jsx")).Orders);

const panels = {
  "What changed": Changes,
  Act: Hand,
  Ask,
  Orders,
  Table,
} satisfies Record<PanelName, ComponentType>;

/** What can be looked at beside the picture, one at a time. */
export function Panels() {
  const open = panelNames.indexOf(panel.value);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = (open + by + panelNames.length) % panelNames.length;
    showPanel(panelNames[next] ?? panel.value);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const Panel = panels[panel.value];
  return (
    <>
      <div role="tablist" aria-label="Details">
        {panelNames.map((name, i) => (
          <button
            type="button"
            key={name}
            role="tab"
            id={`tab-${i}`}
            aria-selected={i === open}
            aria-controls="panel"
            tabIndex={i === open ? 0 : -1}
            onClick={() => showPanel(name)}
            onKeyDown={move}
          >
            {name}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too */}
      <div role="tabpanel" id="panel" aria-labelledby={`tab-${open}`} tabIndex={0}>
        <Panel />
      </div>
    </>
  );
}
