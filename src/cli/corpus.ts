import { createHash } from "node:crypto";
import { access, constants, mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { blocksOf, print, type Trace } from "../trace/index.js";
import { badInput } from "./failure.js";
import { shownPath } from "./files.js";
import { digestOf } from "./shard.js";
import { readTraces } from "./traces.js";

/** How much of a hash names a trace. */
const digits = 12;

/** A hash of a text: equal texts have equal ones, so that folders of traces merge by copying. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** A folder of traces that reached something new. */
export class Corpus {
  added = 0;

  private constructor(
    private readonly folder: string | undefined,
    readonly traces: readonly Trace[],
  ) {}

  /** The same for the same traces in the same order; null without a folder. */
  get digest(): string | null {
    return this.folder === undefined ? null : digestOf(this.traces.map(print));
  }

  /**
   * Reads the traces in a folder, which is made if it is not there. Without a folder there are
   * none, and none are kept.
   *
   * @throws {Failure} if the folder cannot be had, or something in it is no trace
   */
  static async open(folder: string | undefined): Promise<Corpus> {
    if (folder === undefined) return new Corpus(undefined, []);
    await folderAt(folder);
    const sources = await readTraces([folder], true);
    const open = sources.find(({ trace }) => blocksOf(trace).length > 0);
    if (open) throw badInput(`${open.file}: a trace of a corpus has no parallel block`);
    return new Corpus(
      folder,
      sources.map(({ trace }) => trace),
    );
  }

  /** Keeps a trace. */
  async add(trace: Trace): Promise<void> {
    if (this.folder === undefined) return;
    this.added += 1;
    const text = print(trace);
    await write(join(this.folder, `${hashOf(text)}.trace`), text);
  }
}

/**
 * Makes a folder if it is not there.
 *
 * @throws {Failure} if it cannot be had
 */
export async function folderAt(path: string): Promise<void> {
  await checkFolder(path);
  // Not with what is above it: where that cannot be, as in /proc, Node tries for ever.
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw unavailable(path, error.message);
  });
}

/**
 * Finds out that a folder cannot be had before anything is done for it.
 *
 * @throws {Failure} if that is so
 */
export async function checkFolder(path: string): Promise<void> {
  if (path === "") throw badInput("the name of a folder is empty");
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isDirectory()) throw unavailable(path, "it is no folder");
  const above = dirname(resolve(path));
  if (!found && !(await stat(above).catch(() => undefined))?.isDirectory())
    throw unavailable(path, "what is above it is no folder");
  await access(found ? path : above, constants.W_OK).catch(() => {
    throw unavailable(path, "permission denied to write there");
  });
}

function unavailable(path: string, why: string): Error {
  return badInput(`${shownPath(path)}: this folder cannot be had: ${why}`);
}

/** @throws {Failure} if the file cannot be written */
export async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error) => {
    throw badInput(`${shownPath(path)} cannot be written: ${(error as Error).message}`);
  });
}
