// `npm run bench`: what retinue costs, each figure beside its budget or its peer of the same run.
// With --write it also writes docs/performance.md; of a part, only its section.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, release, type } from "node:os";
import { exploreFigures } from "./explore.mjs";
import { fuzzFigures } from "./fuzz.mjs";
import { modelFigures } from "./model.mjs";
import { nativeFigures } from "./native.mjs";
import { oracleFigures } from "./oracle.mjs";
import { headOf, isOfMachine, pageWith, sectionOf } from "./page.mjs";

const parts = [
  ["The model", "npm run bench -- model", modelFigures],
  ["The oracle", "npm run bench -- oracle", oracleFigures],
  ["Exploration", "npm run bench -- explore", exploreFigures],
  ["The real kernel", "npm run bench -- native", nativeFigures],
  ["Generated traces", "npm run bench -- fuzz", fuzzFigures],
];

function row([name, value, unit, budget]) {
  const ratio =
    budget === undefined ? "" : `${(value / budget).toFixed(2)} × ${budget.toFixed(0)} ${unit}`;
  return [name, `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`, ratio];
}

function print(rows) {
  for (const [name, value, ratio] of rows) {
    console.log(`${value.padStart(10)}  ${name}${ratio && `  (${ratio})`}`);
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const words = process.argv.slice(2);
const only = words.filter((word) => !word.startsWith("-"));
const unknown = words.filter(
  (word) => word !== "--write" && !parts.some(([, command]) => command.endsWith(` ${word}`)),
);
if (unknown.length > 0) {
  const names = parts.map(([, command]) => command.split(" ").at(-1));
  fail(`there is no part ${unknown.join(", ")}; there are: ${names.join(", ")}`);
}
const chosen = parts.filter(
  ([, command]) => only.length === 0 || only.some((word) => command.endsWith(` ${word}`)),
);
const head = headOf(
  `${type()} ${release()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
const file = new URL("../docs/performance.md", import.meta.url);
const isWriting = words.includes("--write");
const page = isWriting && existsSync(file) ? readFileSync(file, "utf8") : "";
if (isWriting && chosen.length < parts.length && !isOfMachine(page, head)) {
  fail(
    "docs/performance.md has figures of another machine, and figures of two are not to be compared: `npm run bench -- --write` writes all of it",
  );
}
const sections = new Map();
for (const [title, command, figures] of chosen) {
  const rows = (await figures()).map(row);
  print(rows);
  sections.set(title, sectionOf(title, command, rows));
}
if (isWriting) {
  const titles = parts.map(([title]) => title);
  writeFileSync(file, pageWith(page, head, titles, sections));
}
