// `npm run bench`: what retinue costs, each figure beside its budget or its peer of the same run.
// With --write it also writes docs/performance.md.
import { writeFileSync } from "node:fs";
import { arch, cpus, release, type } from "node:os";
import { exploreFigures } from "./explore.mjs";
import { fuzzFigures } from "./fuzz.mjs";
import { modelFigures } from "./model.mjs";
import { nativeFigures } from "./native.mjs";
import { oracleFigures } from "./oracle.mjs";

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

function table(title, command, rows) {
  const lines = rows.map((cells) => `| ${cells.join(" | ")} |`);
  return [
    `## ${title}`,
    "",
    `\`${command}\``,
    "",
    "| what | median | ratio × budget |",
    "|---|---|---|",
    ...lines,
    "",
  ];
}

const only = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const chosen = parts.filter(
  ([, command]) => only.length === 0 || only.some((word) => command.endsWith(word)),
);
const machine = `${type()} ${release()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`;
const page = ["# What it costs", "", `Written by \`npm run bench -- --write\` on ${machine}.`, ""];
for (const [title, command, figures] of chosen) {
  const rows = (await figures()).map(row);
  print(rows);
  page.push(...table(title, command, rows));
}
if (process.argv.includes("--write")) {
  writeFileSync(new URL("../docs/performance.md", import.meta.url), page.join("\n"));
}
