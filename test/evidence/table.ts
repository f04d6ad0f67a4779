import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/**
 * The columns of every table, in order: what the row is called, how well Linux's cell is known, one
 * for each profile.
 */
export const header = [
  "row",
  "mark",
  "posix",
  "linux",
  "darwin",
  "freebsd",
  "openbsd",
  "netbsd",
  "illumos",
  "gvisor",
  "asterinas",
] as const;

/** The profiles a row has a cell for. */
export const columns = header.slice(2);

/**
 * One line of a table: what the standard and eight kernels answer in one situation. A row is named
 * by the table it was typed from, `SETPGID-EACCES-1`, with the case after a slash where the
 * situation has several: `SETPGID-EPERM-5/unsupported`.
 */
export interface Row {
  readonly name: string;
  /** `file:line`. */
  readonly place: string;
  /** How Linux's cell is known: `R` measured, `S` read in the source, or nothing. */
  readonly mark: string;
  /** The cells as typed, by profile. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Every row of every `.tsv` beside this file. */
export function readRows(): Row[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".tsv"));
  return files.sort().flatMap((file) => rowsOf(readFileSync(`${folder}${file}`, "utf8"), file));
}

/** The rows of one table; throws where a line is not one. */
export function rowsOf(text: string, file: string): Row[] {
  const [first, ...lines] = text.trimEnd().split("\n");
  if (first !== header.join("\t"))
    throw new Error(`${basename(file)}:1: the header is not ${header.join(" ")}`);
  return lines.map((line, index) => rowOf(line, `${basename(file)}:${index + 2}`));
}

function rowOf(line: string, place: string): Row {
  const [name = "", mark = "", ...cells] = line.split("\t");
  if (cells.length !== columns.length)
    throw new Error(`${place}: ${cells.length} cells, not ${columns.length}`);
  return {
    name,
    place,
    mark,
    cells: new Map(columns.map((column, index) => [column, cells[index] ?? ""])),
  };
}

/**
 * What a row permits under a profile: a list of answers, or undefined where the row does not say
 * (`?`). An answer is one as a trace writes it, or the kind of one: `value` (any that is no error),
 * `report`, `blocked`, `gone`, `not-run`.
 */
export function permittedBy(row: Row, profile: string): readonly string[] | undefined {
  const cell = row.cells.get(profile);
  if (cell === undefined || cell === "?") return undefined;
  return cell === "=" ? permittedBy(row, "posix") : cell.split(" | ");
}
