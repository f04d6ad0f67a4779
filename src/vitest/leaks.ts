import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";

/** A process that outlived what started it. */
export interface Survivor {
  readonly pid: number;
  /** Its command line, or its name in brackets if it has none. */
  readonly command: string;
}

/** What is inherited by everything that is started meanwhile. */
const MARK = "RETINUE_LEAK_CHECK";

/**
 * Runs a function and says which processes that it started, and their descendants, still exist
 * afterwards; zombies do not count. They are told by a variable of the environment, so one that was
 * started with an environment of its own is not found, wherever its parent went the others are.
 *
 * @throws {Error} where there is no /proc: what is left cannot be seen there
 */
export async function survivorsOf(started: () => unknown): Promise<Survivor[]> {
  const value = randomUUID();
  const before = process.env[MARK];
  process.env[MARK] = value;
  try {
    await started();
  } finally {
    if (before === undefined) delete process.env[MARK];
    else process.env[MARK] = before;
  }
  const pids = (await readProc()).filter((name) => /^\d+$/.test(name)).map(Number);
  const others = pids.filter((pid) => pid !== process.pid);
  const found = await Promise.all(others.map((pid) => survivor(pid, `${MARK}=${value}`)));
  return found.filter((process) => process !== undefined);
}

async function readProc(): Promise<string[]> {
  try {
    return await readdir("/proc");
  } catch {
    throw new Error("what a function leaves behind can only be seen where /proc is mounted");
  }
}

/** The process, if it has the mark; a process that has just ended has none. */
async function survivor(pid: number, mark: string): Promise<Survivor | undefined> {
  const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
  if (!environment.split("\0").includes(mark)) return undefined;
  const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return { pid, command: words.split("\0").join(" ").trim() || "[no command line]" };
}
