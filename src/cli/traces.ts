import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { profileNames } from "../model/catalog.js";
import { decode, MAX_LENGTH, parse, type Trace } from "../trace/index.js";
import { readFiles, shownPath } from "./files.js";

/** From here in the sources and from here in the package, this is the top of the tree. */
const top = fileURLToPath(new URL("../../", import.meta.url));

/** The folders of the traces that ship with the package, relative to its top. */
const suite = ["test/scenarios", "test/museum", "test/found", "examples"];

/** A trace, where it came from, and its text. */
export interface Source {
  /** Where it can be read again. */
  readonly path: string;
  /** The path as it is shown: relative to the working directory where it lies below it. */
  readonly file: string;
  readonly text: string;
  readonly trace: Trace;
}

/** The folders of the suite that ships with the package. */
export function suiteFolders(): string[] {
  return suite.map((folder) => join(top, folder));
}

/**
 * Reads the traces at the paths given; of a folder, all below it. A file is read once, however many
 * paths lead to it.
 *
 * @param mayBeNone a folder may hold no trace
 * @throws {Failure} with everything that is wrong with all of them
 */
export function readTraces(paths: readonly string[], mayBeNone = false): Promise<Source[]> {
  const kind = { ending: ".trace", mostBytes: MAX_LENGTH, twice: "read once", mayBeNone } as const;
  return readFiles(paths, kind, (path, bytes) => {
    const file = shownPath(path);
    const text = decode(bytes, file);
    return { path, file, text, trace: parse(text, file, { profiles: profileNames() }) };
  });
}
