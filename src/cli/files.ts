import { open, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { TraceError } from "../trace/index.js";
import { visible } from "../trace/text.js";
import { badInput, Failure } from "./failure.js";

/** A kind of input, as files on a disk. */
export interface FileKind {
  /** How the names of those that are meant by a folder end. */
  readonly ending: string;
  /** More bytes than these are not read: a file may be endless. */
  readonly mostBytes: number;
  /** What is to be done where several paths lead to one file or folder. */
  readonly twice: "read once" | "refuse";
}

/**
 * Reads what lies at the paths given; of a folder, every file below it whose name has the ending,
 * sorted.
 *
 * @param read makes something of the bytes of a file; if they are more than the most, some are
 *   missing
 * @throws {Failure} with everything that is wrong with all of them
 */
export async function readFiles<T>(
  paths: readonly string[],
  kind: FileKind,
  read: (path: string, bytes: Uint8Array) => T,
): Promise<T[]> {
  const problems = new Problems();
  const search: Search = { ...kind, seen: new Set(), problems };
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(path, search)));
  const all: T[] = [];
  for (const file of files) {
    await problems.gather(async () => all.push(read(file, await bytesOf(file, kind.mostBytes))));
  }
  problems.report();
  return all;
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
interface Search extends FileKind {
  /** Where files and folders that were found really are: links may lead round in a circle. */
  readonly seen: Set<string>;
  readonly problems: Problems;
}

/** The file at a path, or all files below it, sorted. */
async function filesAt(path: string, search: Search): Promise<string[]> {
  const files = await search.problems.gather(async () => {
    const found = await stat(path).catch((error) => {
      throw unreadable(path, error);
    });
    if (!found.isDirectory()) return (await isNew(path, search)) ? [path] : [];
    const below = await filesBelow(path, search);
    if (below === undefined) return [];
    if (below.length > 0) return below.sort();
    throw badInput(`${shownPath(path)}: there is no file \`*${search.ending}\` below this folder`);
  });
  return files ?? [];
}

/** Undefined if this folder has been searched before, or cannot be. */
async function filesBelow(folder: string, search: Search): Promise<string[] | undefined> {
  if (!(await isNew(folder, search))) return undefined;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw unreadable(folder, error);
  });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(path) : entry.isDirectory();
    const below = () => filesBelow(path, search);
    if (isFolder) files.push(...((await search.problems.gather(below)) ?? []));
    else if (path.endsWith(search.ending) && (await isNew(path, search))) files.push(path);
  }
  return files;
}

/** @throws {Failure} if it is not, and has to be */
async function isNew(path: string, { seen, twice }: Search): Promise<boolean> {
  const place = await realpath(path).catch(() => path);
  if (seen.size < seen.add(place).size) return true;
  if (twice === "refuse") throw badInput(`${shownPath(path)}: this is given twice`);
  return false;
}

async function leadsToFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** The content of a file, up to where it is more than the most. */
async function bytesOf(path: string, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    await using file = await open(path);
    for await (const chunk of file.createReadStream()) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) break;
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
