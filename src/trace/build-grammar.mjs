import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { buildParserFile } from "@lezer/generator";

const grammar = new URL("./trace.grammar", import.meta.url);
const parser = new URL("./grammar/parser.ts", import.meta.url);
const terms = new URL("./grammar/parser.terms.ts", import.meta.url);

/**
 * Makes the parser tables from trace.grammar, if they are not the ones of this grammar already.
 *
 * @param {{ log: (line: string) => void }} options `log` gets the generator's warnings
 * @throws {Error} if the grammar is ambiguous or malformed, with the place
 */
export async function buildGrammar({ log }) {
  const source = await readFile(grammar, "utf8");
  const made = buildParserFile(source, { fileName: "trace.grammar", warn: log, typeScript: true });
  await mkdir(new URL("./grammar/", import.meta.url), { recursive: true });
  await put(parser, made.parser.replace(/from "(\.[^"]*)"/g, 'from "$1.js"'));
  await put(terms, made.terms);
}

/**
 * @param {URL} file
 * @param {string} text
 */
async function put(file, text) {
  if (existsSync(file) && (await readFile(file, "utf8")) === text) return;
  await writeFile(file, text);
}
