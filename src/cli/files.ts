import { closeSync, openSync, readSync } from "node:fs";
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
  /** What is to be done where several of the paths lead to one file. */
  readonly twice: "read once" | "refuse";
  /** A folder may have none. */
  readonly mayBeNone?: boolean;
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
    if (!(await isWanted(path, search))) return [];
    if (!found.isDirectory()) return [path];
    const below = await filesBelow(path, search);
    if (below.length > 0 || search.mayBeNone) return below.sort();
    throw badInput(`${shownPath(path)}: there is no file \`*${search.ending}\` below this folder`);
  });
  return files ?? [];
}

async function filesBelow(folder: string, search: Search): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw unreadable(folder, error);
  });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(path) : entry.isDirectory();
    const below = async () => ((await isNew(path, search)) ? filesBelow(path, search) : []);
    if (isFolder) files.push(...((await search.problems.gather(below)) ?? []));
    else if (path.endsWith(search.ending) && (await isWanted(path, search))) files.push(path);
  }
  return files;
}

async function isNew(path: string, { seen }: Search): Promise<boolean> {
  const place = await realpath(path).catch(() => path);
  return seen.size < seen.add(place).size;
}

/** @throws {Failure} if it is not new, and has to be */
async function isWanted(path: string, search: Search): Promise<boolean> {
  const wanted = await isNew(path, search);
  if (wanted || search.twice === "read once") return wanted;
  throw badInput(`${shownPath(path)}: this is given twice`);
}

async function leadsToFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** More than any file that is read as a whole can need: a file may be endless. */
const mostOfAny = 64 * 1024 * 1024;

/**
 * The text of one file.
 *
 * @param what it is to be, for whoever gave a wrong path
 * @throws {Failure} if it cannot be read, or is too long
 */
export function textOf(path: string, what: string): string {
  try {
    const bytes = firstBytes(path, mostOfAny + 1);
    if (bytes.length <= mostOfAny) return new TextDecoder().decode(bytes);
  } catch (error) {
    throw badInput(`${shownPath(path)}: the ${what} cannot be read: ${complaint(error)}`);
  }
  throw badInput(`${shownPath(path)}: the ${what} cannot be read: it has more than 64 MiB`);
}

function firstBytes(path: string, most: number): Buffer {
  const file = openSync(path, "r");
  try {
    const chunks: Buffer[] = [];
    for (let length = 0; length < most; ) {
      const chunk = Buffer.alloc(Math.min(1024 * 1024, most - length));
      const count = readSync(file, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
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

function complaint(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return complaints[code] ?? message;
}

function unreadable(path: string, error: unknown): Error {
  if (path === "") return badInput("the name of a file is empty");
  return badInput(`${shownPath(path)}: ${complaint(error)}`);
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
