import { fieldOf, parse, stepsOf, type Trace } from "retinue";

/** A trace that can be chosen. */
export interface Entry {
  /** Its path from the top of the project. */
  readonly file: string;
  readonly title: string;
  /** Where it is from, as people write it; undefined if it is from nowhere else. */
  readonly reference?: string;
  /** The kernels for which the trace states something of their own. */
  readonly kernels: readonly string[];
  readonly text: string;
}

/**
 * An entry for a text.
 *
 * @throws {TraceError} if it is no trace
 */
export function entryOf(file: string, text: string): Entry {
  const trace = parse(text, file);
  const reference = fieldOf(trace, "reference");
  return {
    file,
    title: fieldOf(trace, "title") ?? file,
    ...(reference !== undefined && { reference }),
    kernels: kernelsIn(trace),
    text,
  };
}

function kernelsIn(trace: Trace): string[] {
  const named = stepsOf(trace).flatMap(({ overrides }) =>
    overrides.flatMap(({ profiles }) => profiles),
  );
  return [...new Set(named)];
}

/** Whether every word that is looked for stands somewhere in what is shown of an entry. */
export function matches(entry: Entry, wanted: string): boolean {
  const { file, title, reference = "", kernels } = entry;
  const shown = [file, title, reference, ...kernels].join(" ").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}
