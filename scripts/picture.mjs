// Draws what a command prints in a terminal as a picture: `node scripts/picture.mjs OUT.svg < text`.
// The text may hold the colours that terminals know; they become classes, so that the picture is
// legible on a light and on a dark page.
import { readFileSync, writeFileSync } from "node:fs";

const FONT = 14;
const ADVANCE = FONT * 0.602;
const LEADING = 20;
const MARGIN = 20;
const codes = new Map([
  [1, "bold"],
  [2, "dim"],
  [31, "red"],
  [32, "green"],
  [33, "yellow"],
  [36, "cyan"],
]);

/** @type {Record<string, string>} */
const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (character) => escapes[character] ?? character);

/** What sets a colour. A literal would hold a control character. */
const colour = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`);

/**
 * The runs of one line, each with the classes that are on.
 *
 * @param {string} line
 * @param {Set<string>} on
 */
function runs(line, on) {
  const parts = line.split(colour);
  return parts.flatMap((part, i) => {
    if (i % 2 === 0) return part === "" ? [] : [{ text: part, classes: [...on] }];
    for (const code of part.split(";").map(Number)) apply(code, on);
    return [];
  });
}

const colours = ["red", "green", "yellow", "cyan"];

/** What each code ends. @type {ReadonlyMap<number, readonly string[]>} */
const ends = new Map([
  [0, ["bold", "dim", ...colours]],
  [22, ["bold", "dim"]],
  [39, colours],
]);

/**
 * @param {number} code
 * @param {Set<string>} on
 */
function apply(code, on) {
  for (const name of ends.get(code) ?? []) on.delete(name);
  const name = codes.get(code);
  if (name !== undefined) on.add(name);
}

/** A longer line is cut: it would make everything else small. */
const COLUMNS = 100;

/** @param {string} text */
function svg(text) {
  const lines = text.trimEnd().split("\n");
  const on = new Set();
  let widest = 0;
  const rows = lines.map((line, i) => {
    let column = 0;
    const spans = runs(line, on).map(({ text: whole, classes }) => {
      const x = MARGIN + column * ADVANCE;
      const room = COLUMNS - column;
      const run = whole.length > room ? `${whole.slice(0, room - 1)}…` : whole;
      column += run.length;
      widest = Math.max(widest, column);
      return `<tspan x="${x.toFixed(1)}" class="${classes.join(" ")}">${escaped(run)}</tspan>`;
    });
    return `<text y="${MARGIN + (i + 0.8) * LEADING}" xml:space="preserve">${spans.join("")}</text>`;
  });
  const width = Math.ceil(2 * MARGIN + widest * ADVANCE);
  const height = 2 * MARGIN + lines.length * LEADING;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>What retinue prints of a divergence</title>
<style>
text { font: ${FONT}px "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d8dee9 }
.bold { font-weight: bold } .dim { opacity: 0.6 }
.red { fill: #ff7b72 } .green { fill: #7ee787 } .yellow { fill: #f2cc60 } .cyan { fill: #79c0ff }
</style>
<rect width="100%" height="100%" rx="8" fill="#161b22"/>
${rows.join("\n")}
</svg>
`;
}

const [, , out] = process.argv;
if (out === undefined) throw new Error("name the file to write");
writeFileSync(out, svg(readFileSync(0, "utf8")));
