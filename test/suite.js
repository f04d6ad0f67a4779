import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "../src/trace/index.js";
const root = fileURLToPath(new URL("..", import.meta.url));
/** Every `.trace` below the folders given, sorted by path. */
export function casesIn(...folders) {
    return folders.flatMap((folder) => {
        const found = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
        const files = found
            .filter((name) => name.endsWith(".trace"))
            .map((name) => join(root, folder, name));
        return files.sort().map((path) => {
            const text = readFileSync(path, "utf8");
            const file = relative(root, path);
            return { file, text, trace: parse(text, file) };
        });
    });
}
