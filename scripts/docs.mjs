/**
 * Writes the pages in docs/, and the part of one, that come from the catalogue and from runs of the
 * model. With --check it writes nothing and fails if a page is not current. The library must have
 * been built.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "../dist/trace/index.js";
import { filesBelow, put } from "./build/files.mjs";
import { path } from "./build/paths.mjs";
import { withInvariants } from "./docs/invariants.mjs";
import { profilesPage } from "./docs/profiles.mjs";
import { rulesPage } from "./docs/rules.mjs";
import { tutorialPage } from "./docs/tutorial.mjs";
import { unspecifiedPage } from "./docs/unspecified.mjs";

/** Where the traces are that the pages name. */
const folders = ["test/scenarios", "test/museum", "test/found", "examples"];

async function scenarios() {
  const files = (await Promise.all(folders.map(filesBelow))).flat();
  const traces = files.filter((file) => file.endsWith(".trace"));
  return Promise.all(
    traces.map(async (file) => ({ file, trace: parse(await readFile(path(file), "utf8"), file) })),
  );
}

/** @param {string} file */
async function current(file) {
  return existsSync(path(file)) ? readFile(path(file), "utf8") : "";
}

const all = await scenarios();
const pages = {
  "docs/rules.md": rulesPage(all),
  "docs/profiles.md": profilesPage(),
  "docs/unspecified.md": unspecifiedPage(all),
  "docs/tutorial.md": await tutorialPage(all),
  "docs/explore.md": withInvariants(await current("docs/explore.md")),
};

for (const [file, content] of Object.entries(pages)) {
  if (!process.argv.includes("--check")) {
    await put(file, content);
    continue;
  }
  if ((await current(file)) === content) continue;
  process.stderr.write(`${file} is not current: run \`node scripts/docs.mjs\`\n`);
  process.exitCode = 1;
}
