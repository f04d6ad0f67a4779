import { useState } from "preact/hooks";
import { Ask } from "./ask.jsx";
import { Changes } from "./changes.jsx";
import { Hand } from "./hand.jsx";
import { Orders } from "./orders.jsx";
import { Table } from "./table.jsx";

const panels = [
  { name: "What changed", Panel: Changes },
  { name: "Act", Panel: Hand },
  { name: "Ask", Panel: Ask },
  { name: "Orders", Panel: Orders },
  { name: "Table", Panel: Table },
] as const;

/** What can be looked at beside the picture, one at a time. */
export function Panels() {
  const [open, setOpen] = useState(0);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = (open + by + panels.length) % panels.length;
    setOpen(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const { Panel } = panels[open] ?? panels[0];
  return (
    <>
      <div role="tablist" aria-label="Details">
        {panels.map(({ name }, i) => (
          <button
            type="button"
            key={name}
            role="tab"
            id={`tab-${i}`}
            aria-selected={i === open}
            aria-controls="panel"
            tabIndex={i === open ? 0 : -1}
            onClick={() => setOpen(i)}
            onKeyDown={move}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby={`tab-${open}`}>
        <Panel />
      </div>
    </>
  );
}
