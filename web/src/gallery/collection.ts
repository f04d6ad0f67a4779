import { type Entry, entryOf } from "./entry.js";

// A module of its own, so that the texts are fetched when somebody wants to choose among them.

/** Traces that belong together. */
export interface Shelf {
  readonly name: string;
  /** Whether its traces are about the kernels that they name. */
  readonly aboutKernels?: boolean;
  readonly entries: readonly Entry[];
}

const tutorial = import.meta.glob<string>("../../../examples/tutorial/*.trace", {
  query: "?raw",
  import: "default",
  eager: true,
});
const jobControl = import.meta.glob<string>("../../../examples/job-control/*.trace", {
  query: "?raw",
  import: "default",
  eager: true,
});
const races = import.meta.glob<string>("../../../examples/races/*.trace", {
  query: "?raw",
  import: "default",
  eager: true,
});
const museum = import.meta.glob<string>("../../../test/museum/*.trace", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every trace of the gallery, in the order in which one would read them. */
export const shelves: readonly Shelf[] = [
  shelf("Job control, from the first shell to the closed window", jobControl),
  shelf("The tutorial's programs", tutorial),
  shelf("Races", races),
  { ...shelf("Museum: bugs of real systems", museum), aboutKernels: true },
];

/** The text of a race, by the name of its file. */
export function raceNamed(name: string): string | undefined {
  return races[`../../../examples/races/${name}.trace`];
}

function shelf(name: string, files: Readonly<Record<string, string>>): Shelf {
  const entries = Object.entries(files).map(([path, text]) =>
    entryOf(path.replace(/^(\.\.\/)+/, ""), text),
  );
  return { name, entries };
}
