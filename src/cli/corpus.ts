import { createHash } from "node:crypto";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { blocksOf, print, type Trace } from "../trace/index.js";
import { badInput } from "./failure.js";
import { shownPath } from "./files.js";
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

  /**
   * Reads the traces in a folder, which is made if it is not there. Without a folder there are
   * none, and none are kept.
   *
   * @throws {Failure} if the folder cannot be had, or something in it is no trace
   */
  static async open(folder: string | undefined): Promise<Corpus> {
    if (folder === undefined) return new Corpus(undefined, []);
    await folderAt(folder);
    const entries = await readdir(folder, { recursive: true });
    const isEmpty = !entries.some((name) => name.endsWith(".trace"));
    const sources = isEmpty ? [] : await readTraces([folder]);
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
  await mkdir(path, { recursive: true }).catch((error) => {
    throw badInput(`${shownPath(path)}: this folder cannot be had: ${(error as Error).message}`);
  });
  const found = await stat(path);
  if (!found.isDirectory()) throw badInput(`${shownPath(path)}: this is no folder`);
}

/** @throws {Failure} if the file cannot be written */
export async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error) => {
    throw badInput(`${shownPath(path)} cannot be written: ${(error as Error).message}`);
  });
}
