import { open, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { profileNames } from "../model/catalog.js";
import { decode, MAX_LENGTH, parse, type Trace, TraceError } from "../trace/index.js";
import { visible } from "../trace/text.js";
import { badInput, Failure } from "./failure.js";

/** From here in the sources and from here in the package, this is the top of the tree. */
const top = fileURLToPath(new URL("../../", import.meta.url));

/** The folders of the traces that ship with the package, relative to its top. */
const suite = ["test/scenarios", "test/museum", "test/found", "examples"];

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
 * Reads the traces at the paths given; of a folder, all below it. A file is read once, however many
 * paths lead to it.
 *
 * @throws {Failure} with everything that is wrong with all of them
 */
export async function readTraces(paths: readonly string[]): Promise<Source[]> {
  const problems = new Problems();
  const search: Search = { seen: new Set(), problems };
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(path, search)));
  const sources: Source[] = [];
  for (const file of files) {
    const source = await problems.gather(() => readTrace(file));
    if (source) sources.push(source);
  }
  problems.report();
  return sources;
}

async function readTrace(path: string): Promise<Source> {
  const file = shownPath(path);
  const text = decode(await bytesOf(path), file);
  return { path, file, text, trace: parse(text, file, { profiles: profileNames() }) };
}

/** What is wrong with the input, until all of it has been looked at. */
class Problems {
  private readonly messages: string[] = [];

  /** What the work gives; undefined if its input makes no sense. */
  async gather<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TraceError || error instanceof Failure)) throw error;
      this.messages.push(error.message);
      return undefined;
    }
  }

  /** @throws {Failure} if anything was wrong */
  report(): void {
    if (this.messages.length > 0) throw badInput(this.messages.join("\n"));
  }
}

/** A walk through folders. */
interface Search {
  /** Where files and folders that were found really are: links may lead round in a circle. */
  readonly seen: Set<string>;
  readonly problems: Problems;
}

/** The trace at a path, or all traces below it, sorted. */
async function filesAt(path: string, search: Search): Promise<string[]> {
  const files = await search.problems.gather(async () => {
    const found = await stat(path).catch((error) => {
      throw unreadable(path, error);
    });
    if (!found.isDirectory()) return (await isNew(path, search)) ? [path] : [];
    const traces = await tracesBelow(path, search);
    if (traces === undefined) return [];
    if (traces.length > 0) return traces.sort();
    throw badInput(`${shownPath(path)}: there is no file \`*${ending}\` below this folder`);
  });
  return files ?? [];
}

/** Undefined if this folder has been searched before, or cannot be. */
async function tracesBelow(folder: string, search: Search): Promise<string[] | undefined> {
  if (!(await isNew(folder, search))) return undefined;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw unreadable(folder, error);
  });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(path) : entry.isDirectory();
    const below = () => tracesBelow(path, search);
    if (isFolder) files.push(...((await search.problems.gather(below)) ?? []));
    else if (path.endsWith(ending) && (await isNew(path, search))) files.push(path);
  }
  return files;
}

async function isNew(path: string, { seen }: Search): Promise<boolean> {
  const place = await realpath(path).catch(() => path);
  return seen.size < seen.add(place).size;
}

async function leadsToFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
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
  return visible(pathFromHere(path) ?? path);
}

/** Undefined where the path leads elsewhere, or where the working directory has been removed. */
function pathFromHere(path: string): string | undefined {
  try {
    const below = relative(process.cwd(), path);
    return below.startsWith("..") || below === "" ? undefined : below.split(sep).join("/");
  } catch {
    return undefined;
  }
}
