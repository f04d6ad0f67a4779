import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { relative } from "node:path";
import { filesBelow, prune } from "./files.mjs";
import { path, root } from "./paths.mjs";
import { model } from "./worlds.mjs";

/** Where the library goes, relative to the root. */
export const library = "dist";

const program = `${library}/cli/main.js`;

/**
 * Compiles src/ to JavaScript with declarations and source maps.
 *
 * @returns {import("./step.mjs").Step}
 */
export function libraryStep() {
  return {
    name: "library",
    inputs: ["src", model.glue, "tsconfig.json", "tsconfig.build.json", "package.json"],
    outputs: [library],
    async run() {
      const emitted = await compile();
      await prune(library, emitted);
      if (existsSync(path(program))) await chmod(path(program), 0o755);
      return { summary: `${library} ${(await filesBelow(library)).length} files` };
    },
  };
}

/** @returns {Promise<Set<string>>} the files it wrote, relative to the root */
function compile() {
  const tsc = path("node_modules/typescript/bin/tsc");
  const argv = [tsc, "-p", path("tsconfig.build.json"), "--listEmittedFiles", "--pretty", "false"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, argv, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout) => {
      const lines = stdout.split(/\r?\n/);
      const wrote = lines.filter((line) => line.startsWith("TSFILE: "));
      if (error)
        reject(new Error(`tsc:\n${lines.filter((line) => !wrote.includes(line)).join("\n")}`));
      else resolve(new Set(wrote.map((line) => relative(root, line.slice("TSFILE: ".length)))));
    });
  });
}
