import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Finished, root, run } from "../package/pack.js";

/** The program as it was built. */
export const program = join(root, "dist/cli/main.js");

/** Runs the program as a user would, from the top of the tree, without colours. */
export function retinue(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const { FORCE_COLOR: _, ...rest } = process.env;
  const options = { cwd: root, env: { ...rest, NO_COLOR: "1", ...env } };
  return run(process.execPath, [program, ...argv], options);
}

/** Runs the program behind a shell command, `"$@"` in which is the program with its arguments. */
export function retinueIn(
  script: string,
  wrapper: readonly string[],
  argv: readonly string[],
): Promise<Finished> {
  const [command = "sh", ...words] = wrapper;
  return run(command, [...words, "sh", "-c", script, "sh", process.execPath, program, ...argv], {
    cwd: root,
  });
}

/** A folder that goes away with its test. */
export interface Folder extends AsyncDisposable {
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array, mode?: number): Promise<string>;
  readonly path: string;
}

export async function folder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "retinue-cli-"));
  return {
    path,
    async write(name, content, mode = 0o644) {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { mode });
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** What an agent says first. */
export const hello =
  "retinue< hello version=1 isolation=subreaper observer=proc subreaper=yes next-pid=no threads=yes kernel=Fake 1.0";
