import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
const name = "service-worker.js";
/** Writes the service worker of a build, with the files that it keeps and their hashes. */
export function keptOffline() {
    return {
        name: "kept-offline",
        apply: "build",
        async writeBundle({ dir }) {
            if (dir === undefined)
                return;
            const files = await filesIn(dir);
            const version = hashOf(JSON.stringify(files)).slice(-16);
            const worker = await readFile(new URL(name, import.meta.url), "utf8");
            const constants = { files, version };
            const lines = Object.entries(constants).map(([constant, value]) => `const ${constant} = ${JSON.stringify(value)};\n`);
            await writeFile(join(dir, name), lines.join("") + worker);
        },
    };
}
/** Every file below a folder but the worker itself. */
async function filesIn(dir) {
    const found = await readdir(dir, { recursive: true, withFileTypes: true });
    const paths = found
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const files = paths
        .map((path) => ({ path, file: relative(dir, path).split(sep).join("/") }))
        .filter(({ file }) => file !== name)
        .sort((a, b) => (a.file < b.file ? -1 : 1));
    return Promise.all(files.map(async ({ path, file }) => {
        return [file, `sha256-${hashOf(await readFile(path))}`];
    }));
}
function hashOf(contents) {
    return createHash("sha256").update(contents).digest("base64");
}
