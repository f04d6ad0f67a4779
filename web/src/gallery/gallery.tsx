import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Modal } from "../modal.jsx";
import { text } from "../state.js";
import { choose } from "./choose.js";
import type { Shelf } from "./collection.js";
import { type Entry, matches } from "./entry.js";
import "./gallery.css";

/** The traces, once they have come; undefined until then. */
const shelves = signal<readonly Shelf[] | undefined>(undefined);
const failure = signal("");

async function load(): Promise<void> {
  try {
    shelves.value = (await import("./collection.js")).shelves;
    failure.value = "";
  } catch {
    failure.value = "The traces could not be fetched. Is there a connection?";
  }
}

/** The button that opens the gallery, and the gallery. */
export function Gallery() {
  return (
    <Modal name="Gallery" kind="gallery">
      {(close) => <Picker close={close} />}
    </Modal>
  );
}

/** Every trace there is to choose from, narrowed by the words in the search field. */
function Picker({ close }: { close(): void }) {
  const [wanted, setWanted] = useState("");
  useEffect(() => {
    if (!shelves.value) void load();
  }, []);
  const found = (shelves.value ?? [])
    .map((shelf) => ({ ...shelf, entries: shelf.entries.filter((e) => matches(e, wanted)) }))
    .filter(({ entries }) => entries.length > 0);
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
  const take = (entry: Entry) => {
    choose(entry.text);
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from one button to the next
    <div class="picker" onKeyDown={walk}>
      <input
        type="search"
        autofocus
        value={wanted}
        placeholder="setpgid, SIGHUP, gvisor …"
        aria-label="Search the traces"
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <p class="count" role="status">
        {failure.value || (shelves.value ? countText(count) : "Fetching the traces …")}
      </p>
      <div class="shelves">
        {found.map(({ name, aboutKernels = false, entries }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <ul>
              {entries.map((entry) => (
                <li key={entry.file}>
                  <Choice entry={entry} aboutKernels={aboutKernels} take={take} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function countText(count: number): string {
  if (count === 0) return "No trace has all of these words.";
  return count === 1 ? "1 trace" : `${count} traces`;
}

interface ChoiceProps {
  readonly entry: Entry;
  readonly aboutKernels: boolean;
  take(entry: Entry): void;
}

function Choice({ entry, aboutKernels, take }: ChoiceProps) {
  const { file, title, reference, kernels } = entry;
  return (
    <button
      type="button"
      data-entry
      aria-current={entry.text === text.value}
      onClick={() => take(entry)}
    >
      <span class="title">{title}</span>
      <span class="about">
        <span class="file">{file.slice(file.lastIndexOf("/") + 1)}</span>
        {reference && <span class="from">from {reference}</span>}
        {aboutKernels && kernels.length > 0 && (
          <span class="kernels">kernels: {kernels.join(", ")}</span>
        )}
      </span>
    </button>
  );
}

/** Arrows go from the search field into the list, and through it. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-entry]")];
  const here = stops.findIndex((stop) => stop.matches(":focus"));
  stops[Math.max(0, Math.min(here + by, stops.length - 1))]?.focus();
}
