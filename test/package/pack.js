import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** The manifest as it is published. */
export const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const started = promisify(execFile);
/** Runs a program to its end. Its failure is an answer, not an exception. */
export async function run(program, argv, options = {}) {
    try {
        const output = await started(program, argv, { ...options, maxBuffer: 1 << 26 });
        return { status: 0, ...output };
    }
    catch (error) {
        const { code, stdout = "", stderr = "" } = error;
        return { status: typeof code === "number" ? code : -1, stdout, stderr };
    }
}
/**
 * Packs the repository as `npm publish` would. Nothing is built: the build came before the tests.
 */
export async function pack() {
    const folder = await mkdtemp(join(tmpdir(), "retinue-pack-"));
    const argv = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const { status, stdout, stderr } = await run("npm", argv, { cwd: root });
    if (status !== 0)
        throw new Error(`npm pack: ${stderr}`);
    const [report] = JSON.parse(stdout);
    return {
        tarball: join(folder, report.filename),
        files: report.files.map((file) => file.path),
        [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
    };
}
