import { open, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { profileNames } from "../model/catalog.js";
import { decode, MAX_LENGTH, parse, type Trace, TraceError } from "../trace/index.js";
import { badInput } from "./failure.js";

/** From here in the sources and from here in the package, this is the top of the tree. */
const top = fileURLToPath(new URL("../../", import.meta.url));

/** The folders of the traces that ship with the package, relative to its top. */
const suite = ["test/scenarios", "test/museum", "examples/tutorial"];

const ending = ".trace";

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
 * Reads the traces at the paths given; of a folder, all below it.
 *
 * @throws {Failure} with everything that is wrong with all of them
 */
export async function readTraces(paths: readonly string[]): Promise<Source[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const known = { profiles: profileNames() };
  const sources: Source[] = [];
  const errors: string[] = [];
  for (const file of new Set(files)) {
    try {
      const text = decode(await bytesOf(file), shownPath(file));
      sources.push({
        path: file,
        file: shownPath(file),
        text,
        trace: parse(text, shownPath(file), known),
      });
    } catch (error) {
      if (!(error instanceof TraceError)) throw error;
      errors.push(error.message);
    }
  }
  if (errors.length > 0) throw badInput(errors.join("\n"));
  return sources;
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error) => {
    throw unreadable(path, error);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true }).catch((error) => {
    throw unreadable(path, error);
  });
  const traces = names.filter((name) => name.endsWith(ending)).sort();
  if (traces.length === 0)
    throw badInput(`${path}: there is no file \`*${ending}\` below this folder`);
  return traces.map((name) => join(path, name));
}

/** The content of a file, of which no more is read than a trace can have: it may be endless. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    await using file = await open(path);
    for await (const chunk of file.createReadStream()) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_LENGTH) break;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  return Buffer.concat(chunks);
}

const complaints: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "there is no such file or folder",
  EACCES: "permission denied",
  EISDIR: "this is a folder",
};

function unreadable(path: string, error: unknown): Error {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return badInput(`${shownPath(path)}: ${complaints[code] ?? message}`);
}

/** The path from here if it leads down, else as it is. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith("..") || below === "" ? path : below.split(sep).join("/");
}
